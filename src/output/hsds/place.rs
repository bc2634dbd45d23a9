//! Whom a service serves, and where one goes. Neither is deduced from the other, and no coordinate is written: only the
//! centres of communes are known.

use crate::catalogue::model::Location;
use crate::catalogue::terms::Region;
use crate::catalogue::territory::{Commune, CommuneSet};
use crate::words::hsds as words;
use crate::words::sheet::SECRET;

use super::entry::Entry;
use super::ids::Mint;
use super::objects::{self, Address, Phone, ServiceArea, ServiceAtLocation};

/// `extent` is a list of codes, not a shape.
const EXTENT_TYPE: &str = "text";

/// Whom an entry serves; none when no source says.
pub fn areas(entry: &Entry, mint: &mut Mint) -> Vec<ServiceArea> {
    let Some(position) = entry.facts.area else {
        return Vec::new();
    };
    let area = entry.catalogue.areas.get(usize::from(position));
    let names: Vec<String> = area.names.iter().map(ToString::to_string).collect();
    let parts = [(true, area.communes.without(&area.unsure)), (false, area.unsure)];
    let mut areas = Vec::new();
    for (sure, set) in parts {
        if set.is_empty() {
            continue;
        }
        let communes = communes(entry, &set);
        // a commune that is named has its own row; a province, a region or a network is one row
        let each = communes.iter().all(|(_, name)| names.contains(name));
        let rows = if each {
            communes
        } else {
            let codes: Vec<&str> = communes.iter().map(|(nis, _)| nis.as_str()).collect();
            vec![(codes.join(" "), names.join(", "))]
        };
        areas.extend(rows.into_iter().map(|(extent, name)| ServiceArea {
            id: mint.part("service_area", &[&name, &extent]),
            service_id: entry.id.clone(),
            name,
            description: words::area(sure).to_owned(),
            extent,
            extent_type: EXTENT_TYPE,
        }));
    }
    areas
}

fn communes(entry: &Entry, set: &CommuneSet) -> Vec<(String, String)> {
    set.iter()
        .map(|position| {
            let commune = entry.catalogue.territories.communes.get(position);
            (commune.nis.to_string(), commune.own_name().to_owned())
        })
        .collect()
}

/// The places of an entry. A secret one is told, never where it is.
pub fn places(entry: &Entry, phones: &[Phone], mint: &mut Mint) -> Vec<ServiceAtLocation> {
    let places = entry.record.locations.iter().map(|place| {
        let location = if place.secret { secret(mint) } else { open(entry, place, mint) };
        let own = |phone: &&Phone| place.label.is_some() && phone.description.as_deref() == place.label.as_deref();
        ServiceAtLocation {
            id: mint.part("service_at_location", &[&location.id]),
            service_id: entry.id.clone(),
            location_id: location.id.clone(),
            phones: if place.secret { Vec::new() } else { phones.iter().filter(own).cloned().collect() },
            location,
        }
    });
    places.collect()
}

/// One does not go there, one gets in touch: HSDS has no other word for it than `virtual`.
fn secret(mint: &mut Mint) -> objects::Location {
    objects::Location {
        id: mint.part("location", &["secret"]),
        location_type: "virtual",
        name: None,
        description: Some(SECRET.to_owned()),
        addresses: Vec::new(),
    }
}

fn open(entry: &Entry, place: &Location, mint: &mut Mint) -> objects::Location {
    let commune = place.commune.map(|position| entry.catalogue.territories.communes.get(usize::from(position)));
    let (street, code) = (place.address.as_deref(), place.postal_code.as_deref());
    let city = commune.as_ref().map(|commune| commune.own_name().to_owned());
    let id = mint
        .part("location", &[street.unwrap_or_default(), code.unwrap_or_default(), city.as_deref().unwrap_or_default()]);
    let mut location = objects::Location {
        location_type: "physical",
        name: place.label.as_deref().map(str::to_owned),
        description: None,
        addresses: Vec::new(),
        id,
    };
    match (street, code, commune) {
        (Some(street), Some(code), Some(commune)) => location.addresses.push(Address {
            id: mint.part("address", &[&location.id]),
            location_id: location.id.clone(),
            address_1: street.to_owned(),
            city: commune.own_name().to_owned(),
            region: region(commune.region),
            state_province: province(commune),
            postal_code: code.to_owned(),
            country: "BE",
            address_type: "physical",
        }),
        // an address of HSDS is whole: what is missing is not made up
        (street, code, _) => {
            let known: Vec<&str> = [street, code, city.as_deref()].into_iter().flatten().collect();
            location.description = Some(words::incomplete_address(&known));
        }
    }
    location
}

/// HSDS wants a province: Brussels has none, its region stands for it.
fn province(commune: &Commune) -> String {
    if commune.province.is_empty() { region(commune.region).to_owned() } else { commune.province.to_string() }
}

const fn region(region: Region) -> &'static str {
    match region {
        Region::Bruxelles => "Bruxelles-Capitale",
        Region::Wallonie | Region::Germanophone => "Wallonie",
        Region::Flandre => "Flandre",
    }
}
