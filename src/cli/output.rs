//! Outputs: whole or absent. A file is written under another name and renamed when it is complete.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::interrupt;

/// An output that is being written.
pub(super) struct Output {
    writer: Option<BufWriter<Box<dyn Write>>>,
    rename: Option<(PathBuf, PathBuf)>,
}

impl Output {
    /// Opens standard output for `-` or no path, a file otherwise.
    pub(super) fn create(path: Option<&Path>) -> anyhow::Result<Self> {
        let open = |writer: Box<dyn Write>, rename| Output { writer: Some(BufWriter::new(writer)), rename };
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            return Ok(open(Box::new(io::stdout()), None));
        };
        check_place(path)?;
        // A device or pipe is written to, not replaced; a link keeps pointing where it does.
        if path.exists() && !path.is_file() {
            let file = File::options().write(true).open(path).with_context(|| format!("writing {}", path.display()))?;
            return Ok(open(Box::new(file), None));
        }
        let (file, part, target) = begin(path)?;
        Ok(open(Box::new(file), Some((part, target))))
    }

    /// Completes the output.
    pub(super) fn commit(mut self) -> anyhow::Result<()> {
        if let Some(mut writer) = self.writer.take() {
            writer.flush()?;
        }
        if let Some((part, target)) = &self.rename {
            interrupt::end(part, || fs::rename(part, target))
                .with_context(|| format!("writing {}", target.display()))?;
            self.rename = None;
        }
        Ok(())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.as_mut().map_or(Ok(bytes.len()), |writer| writer.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.as_mut().map_or(Ok(()), BufWriter::flush)
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if let Some(writer) = self.writer.take() {
            // What is still in the buffer is not wanted any more.
            drop(writer.into_parts());
        }
        if let Some((part, _)) = &self.rename {
            let _ = interrupt::end(part, || fs::remove_file(part));
        }
    }
}

/// Begins a file under another name; returns it, that name, and the name that it is to have.
fn begin(path: &Path) -> anyhow::Result<(File, PathBuf, PathBuf)> {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let part = target.with_file_name(format!(".{name}.{}.part", std::process::id()));
    interrupt::begin(&part)?;
    let file = File::create(&part).with_context(|| format!("writing {}", path.display()))?;
    Ok((file, part, target))
}

/// Returns an error when nothing can be written to `path`, so that it is told before the reading and not after it.
pub(super) fn check(path: &Path) -> anyhow::Result<()> {
    check_place(path)?;
    // Who may write where is seen by writing.
    if !path.exists() || path.is_file() {
        let (_, part, _) = begin(path)?;
        interrupt::end(&part, || fs::remove_file(&part)).with_context(|| format!("writing {}", path.display()))?;
    }
    Ok(())
}

/// Returns an error when `path` is no place for a file.
fn check_place(path: &Path) -> anyhow::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        bail!("{}: there is no folder {}; make it first with mkdir -p", path.display(), folder.display());
    }
    if path.is_dir() {
        bail!("{}: a folder stands there", path.display());
    }
    Ok(())
}
