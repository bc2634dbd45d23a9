//! The desk through the plain lines.
