//! Whose a folder or a program is: the shop uses only what root or it has made, and follows nobody else's links.

use std::fs::{DirBuilder, File, Metadata};
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, Gid, Mode, OFlags, Uid};
use rustix::process::{getegid, geteuid};

/// A user and a group, as numbers.
pub type Owner = (u32, u32);

const STICKY: u32 = 0o1000;
/// More links behind one another than any real path has.
const MOST_LINKS: u8 = 40;

/// Whether a user is root or the one who runs the shop.
fn is_ours(uid: u32) -> bool {
    uid == 0 || uid == geteuid().as_raw()
}

/// Whether somebody else may write. A group is somebody else, unless it is our own or root's.
fn others_may_write(data: &Metadata) -> bool {
    // macOS: the group `admin` may become root anyway, and Homebrew's folders are its.
    let admin = cfg!(target_os = "macos") && data.gid() == 80;
    let known = data.gid() == 0 || data.gid() == getegid().as_raw() || admin;
    data.mode() & 0o002 != 0 || (data.mode() & 0o020 != 0 && !known)
}

/// Whether somebody else may put another thing in the place of one that lies there. In a sticky folder everybody may
/// add, but nobody may replace what is another's.
fn others_may_replace(data: &Metadata) -> bool {
    !is_ours(data.uid()) || (others_may_write(data) && data.mode() & STICKY == 0)
}

/// Makes a folder, or takes one that is our own; gives it its owner and its rights. Never follows a link.
///
/// # Errors
/// When it cannot be made, is no folder, belongs to somebody else, or others may write into it.
pub fn folder(path: &Path, mode: u32, owner: Option<Owner>) -> io::Result<()> {
    match DirBuilder::new().mode(0o700).create(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(named(path, &error)),
        _ => {}
    }
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let opened: OwnedFd = rustix::fs::open(path, flags, Mode::empty())
        .map_err(|error| named(path, &format!("no folder of the shop's: {error}")))?;
    let file = File::from(opened);
    let data = file.metadata()?;
    if !is_ours(data.uid()) && owner.is_none_or(|(uid, _)| uid != data.uid()) {
        return Err(named(path, &format!("it belongs to another user, {}", data.uid())));
    }
    if others_may_write(&data) {
        return Err(named(path, &"others may write into it"));
    }
    if let Some((uid, gid)) = owner.filter(|owner| *owner != (data.uid(), data.gid())) {
        rustix::fs::fchown(&file, Some(Uid::from_raw(uid)), Some(Gid::from_raw(gid)))?;
    }
    file.set_permissions(PermissionsExt::from_mode(mode))
}

/// The data folder behind its links, made where there is none.
///
/// # Errors
/// When it cannot be made, belongs to neither us nor `other`, or a link on the way is somebody else's.
pub fn data_folder(data: &Path, other: Option<Owner>) -> io::Result<PathBuf> {
    let data = std::path::absolute(data)?;
    no_foreign_links(&data, 0)?;
    if !data.exists() {
        DirBuilder::new().recursive(true).create(&data)?;
        data_folder_mode(&data)?;
    }
    let data = data.canonicalize()?;
    let owner = data.metadata()?;
    if !owner.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    if !is_ours(owner.uid()) && other.is_none_or(|(uid, _)| uid != owner.uid()) {
        return Err(named(&data, &format!("it belongs to another user, {}", owner.uid())));
    }
    Ok(data)
}

/// As root Postgres runs as another user, who has to cross it; a strict umask must not decide that.
fn data_folder_mode(data: &Path) -> io::Result<()> {
    std::fs::set_permissions(data, PermissionsExt::from_mode(0o755))
}

/// The first folder on the way to `path` in which somebody else could put another thing in the place of ours.
#[must_use]
pub fn replaceable(path: &Path) -> Option<PathBuf> {
    let mut folders: Vec<&Path> = path.ancestors().collect();
    folders.reverse();
    let folder =
        folders.into_iter().find(|folder| folder.metadata().is_ok_and(|it| others_may_replace(&it)))?;
    Some(folder.to_owned())
}

/// Whether a folder is there, is no link, was made by root or us, and nobody else may write into it.
#[must_use]
pub fn is_our_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|it| it.is_dir() && is_ours(it.uid()) && !others_may_write(&it))
}

/// The program behind its links, if nobody but root and us can have put it there.
///
/// # Errors
/// Which file or folder somebody else may change; or that there is no such program.
pub fn program(path: &Path) -> io::Result<PathBuf> {
    let program = path.canonicalize().map_err(|error| named(path, &error))?;
    let data = program.metadata()?;
    if !is_ours(data.uid()) || others_may_write(&data) {
        return Err(named(&program, &"somebody else may change it"));
    }
    match replaceable(&program) {
        Some(folder) => Err(named(&folder, &"somebody else may change what lies in it")),
        None => Ok(program),
    }
}

/// Opens a file of ours for appending; makes it where there is none. Nobody but us may read it.
///
/// # Errors
/// When it is a link or somebody else's.
pub fn private_file(path: &Path) -> io::Result<File> {
    let flags = OFlags::RDWR
        | OFlags::APPEND
        | OFlags::CREATE
        | OFlags::NOFOLLOW
        | OFlags::NONBLOCK
        | OFlags::CLOEXEC;
    let file = File::from(rustix::fs::open(path, flags, Mode::from_raw_mode(0o600))?);
    let data = file.metadata()?;
    if !data.is_file() || !is_ours(data.uid()) {
        return Err(named(path, &"it is not the shop's own file"));
    }
    file.set_permissions(PermissionsExt::from_mode(0o600))?;
    Ok(file)
}

/// Writes a file into a folder that may belong to `owner`: beside it, new, and then in its place, so that no link that
/// lies there is followed and no half of it is ever read.
///
/// # Errors
/// When it cannot be written.
pub fn replace_file(folder: &Path, name: &str, text: &str, owner: Option<Owner>) -> io::Result<()> {
    use io::Write;
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let folder = rustix::fs::open(folder, flags, Mode::empty())?;
    let beside = format!("{name}.new");
    let _ = rustix::fs::unlinkat(&folder, &beside, AtFlags::empty());
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let mut file = File::from(rustix::fs::openat(&folder, &beside, flags, Mode::from_raw_mode(0o600))?);
    file.write_all(text.as_bytes())?;
    if let Some((uid, gid)) = owner {
        rustix::fs::fchown(&file, Some(Uid::from_raw(uid)), Some(Gid::from_raw(gid)))?;
    }
    file.sync_all()?;
    Ok(rustix::fs::renameat(&folder, &beside, &folder, name)?)
}

/// A link that somebody else has made leads wherever they like.
fn no_foreign_links(path: &Path, depth: u8) -> io::Result<()> {
    let mut folders: Vec<&Path> = path.ancestors().collect();
    folders.reverse();
    for folder in folders {
        let Ok(data) = folder.symlink_metadata() else { return Ok(()) };
        if !data.is_symlink() {
            continue;
        }
        if !is_ours(data.uid()) || depth > MOST_LINKS {
            return Err(named(folder, &"it is a link of another user"));
        }
        let target = folder.parent().unwrap_or(Path::new("/")).join(std::fs::read_link(folder)?);
        no_foreign_links(&target, depth + 1)?;
    }
    Ok(())
}

fn named(path: &Path, why: &dyn std::fmt::Display) -> io::Error {
    io::Error::other(format!("{}: {why}", path.display()))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::{folder, is_our_folder, private_file, program, replace_file};

    #[test]
    fn links_and_what_others_may_write_are_refused() {
        let home = std::env::temp_dir().join(format!("pickpost-trust-{}", std::process::id()));
        folder(&home, 0o700, None).expect("a folder of our own");
        folder(&home, 0o700, None).expect("and again");
        let target = home.join("target");
        std::fs::create_dir(&target).expect("a folder");
        symlink(&target, home.join("link")).expect("a link");
        assert!(folder(&home.join("link"), 0o700, None).is_err() && !is_our_folder(&home.join("link")));
        std::fs::write(target.join("file"), "precious").expect("a file");
        symlink(target.join("file"), home.join("postgres.log")).expect("a link");
        assert!(private_file(&home.join("postgres.log")).is_err(), "a link is not written through");
        symlink(target.join("file"), home.join("pg_hba.conf.new")).expect("a link");
        replace_file(&home, "pg_hba.conf", "ours", None).expect("written beside the link");
        assert_eq!(std::fs::read_to_string(target.join("file")).expect("a file"), "precious");
        std::fs::write(target.join("postgres"), "#!/bin/sh").expect("a program");
        assert!(program(&target.join("postgres")).is_ok());
        for (path, mode) in [(target.join("postgres"), 0o777), (target.clone(), 0o777)] {
            std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).expect("its rights");
            assert!(program(&target.join("postgres")).is_err(), "somebody else may have put it there");
            std::fs::set_permissions(target.join("postgres"), PermissionsExt::from_mode(0o755))
                .expect("rights");
        }
        assert!(folder(&target, 0o700, None).is_err(), "others may have put something into it");
        let _ = std::fs::remove_dir_all(home);
    }
}
