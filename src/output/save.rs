//! `--sortie`: a file is written whole or not at all, and never over another one unless that is asked for.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::Builder;

use crate::words::NotSaved;

/// Writes a file beside its place, then moves it there.
///
/// # Errors
/// When the file exists and `force` is not given, is no ordinary file, or cannot be written; it is then as it was
/// before.
pub fn save(path: &Path, bytes: &[u8], force: bool) -> Result<(), NotSaved> {
    // through a link, the file it points to is replaced, not the link
    let path: PathBuf = if path.is_symlink() { fs::canonicalize(path)? } else { path.to_owned() };
    match fs::metadata(&path) {
        Ok(metadata) if !metadata.is_file() => return Err(NotSaved::NotAFile),
        Ok(_) if !force => return Err(NotSaved::Exists),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = Builder::new();
    builder.prefix(".versqui-");
    open_to_all(&mut builder);
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    let kept = if force { file.persist(&path) } else { file.persist_noclobber(&path) };
    match kept {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Err(NotSaved::Exists),
        Err(error) => Err(NotSaved::Io(error.error)),
    }
}

/// The permissions of any new file, which the user's umask then narrows; a temporary file would be its owner's alone.
fn open_to_all(builder: &mut Builder<'_, '_>) {
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_not_written_over_unless_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("fiche.txt");
        save(&path, b"un", false).unwrap();
        assert!(matches!(save(&path, b"deux", false), Err(NotSaved::Exists)));
        assert_eq!(fs::read(&path).unwrap(), b"un");
        save(&path, b"deux", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"deux");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left behind");
    }

    #[test]
    fn a_folder_is_never_replaced_and_a_missing_one_is_said() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(save(folder.path(), b"", true), Err(NotSaved::NotAFile)));
        assert!(matches!(save(&folder.path().join("rien/fiche.txt"), b"", false), Err(NotSaved::Io(_))));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("vraie.txt"), folder.path().join("lien.txt"));
        fs::write(&real, "un").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        save(&link, b"deux", true).unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"deux");
    }
}
