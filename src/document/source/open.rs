//! A file in, a stream of text bytes out: unpacked, its byte-order mark gone, UTF-16 turned into UTF-8.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::charset;
use super::error::{Place, SourceError};

/// How many bytes at the start of a file tell what it is.
const HEAD: u64 = 8192;

/// An open input.
pub(super) struct Opened {
    /// The text, in UTF-8 or in a single-byte encoding.
    pub(super) reader: Box<dyn BufRead + Send>,
    /// The first bytes of it.
    pub(super) head: Vec<u8>,
    /// It was unpacked.
    pub(super) packed: bool,
}

/// Opens a file of any form, or standard input when `path` is `None`.
pub(super) fn open(path: Option<&Path>, place: &Place) -> Result<Opened, SourceError> {
    let raw: io::Result<Box<dyn Read + Send>> = match path {
        Some(path) => File::open(path).map(|file| Box::new(file) as Box<dyn Read + Send>),
        None => Ok(Box::new(io::stdin())),
    };
    raw.and_then(unpack)
        .and_then(|(reader, packed)| Ok((peek(reader)?, packed)))
        .map_err(|source| SourceError::Unreadable { place: place.clone(), source })
        .and_then(|((head, reader), packed)| text(head, reader, packed, place))
}

fn text(head: Vec<u8>, reader: Box<dyn Read + Send>, packed: bool, place: &Place) -> Result<Opened, SourceError> {
    if let Some(encoding) = charset::utf16(&head) {
        let (head, reader) = peek(Box::new(charset::Transcode::new(reader, encoding)))
            .map_err(|source| SourceError::Unreadable { place: place.clone(), source })?;
        if let Some(what) = charset::binary(&head) {
            return Err(SourceError::Binary { place: place.clone(), what });
        }
        return Ok(Opened { reader: Box::new(BufReader::new(reader)), head, packed });
    }
    if let Some(what) = charset::binary(&head) {
        return Err(SourceError::Binary { place: place.clone(), what });
    }
    let mut reader: Box<dyn BufRead + Send> = Box::new(BufReader::with_capacity(1 << 16, reader));
    let mut head = head;
    if head.starts_with(b"\xEF\xBB\xBF") {
        head.drain(..3);
        let mut mark = [0; 3];
        reader.read_exact(&mut mark).map_err(|source| SourceError::Unreadable { place: place.clone(), source })?;
    }
    Ok(Opened { reader, head, packed })
}

/// Unpacks gzip (of any number of members) and zstd, told by their first bytes whatever the file is called.
fn unpack(raw: Box<dyn Read + Send>) -> io::Result<(Box<dyn Read + Send>, bool)> {
    let (head, raw) = peek(raw)?;
    Ok(match head.as_slice() {
        [0x1F, 0x8B, ..] => (Box::new(MultiGzDecoder::new(BufReader::new(raw))), true),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => (Box::new(zstd::Decoder::new(raw)?), true),
        _ => (raw, false),
    })
}

/// Returns the first bytes of a stream, and the stream with them still in it.
fn peek(mut reader: Box<dyn Read + Send>) -> io::Result<(Vec<u8>, Box<dyn Read + Send>)> {
    let mut head = Vec::new();
    reader.by_ref().take(HEAD).read_to_end(&mut head)?;
    let whole = Cursor::new(head.clone()).chain(reader);
    Ok((head, Box::new(whole)))
}

/// How the reading of one line ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A line is in the buffer.
    Read,
    /// The line is longer than the limit; it was left out.
    TooLong,
    /// There is no more.
    End,
}

/// Reads one line into `buffer` (its end cut off), up to `limit` bytes; the rest of a longer line is passed over
/// unless the input is packed, where it may never end.
pub(super) fn read_line(opened: &mut Opened, buffer: &mut Vec<u8>, limit: u64) -> io::Result<Line> {
    buffer.clear();
    opened.reader.by_ref().take(limit + 1).read_until(b'\n', buffer)?;
    if buffer.is_empty() {
        return Ok(Line::End);
    }
    if buffer.last() == Some(&b'\n') {
        buffer.pop();
        if buffer.last() == Some(&b'\r') {
            buffer.pop();
        }
    } else if buffer.len() as u64 > limit {
        if !opened.packed {
            opened.reader.skip_until(b'\n')?;
        }
        return Ok(Line::TooLong);
    }
    Ok(Line::Read)
}
