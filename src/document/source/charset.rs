//! Bytes in, text out: byte-order marks, UTF-16, UTF-8, and what older Arabic sites write.
//!
//! **Source:** the WHATWG Encoding Standard for the encodings; `chardetng` for the guess between single-byte ones.

use std::borrow::Cow;
use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_16BE, UTF_16LE};

/// How many bytes the guess looks at.
const GUESS: usize = 1 << 20;

/// Returns the UTF-16 encoding in which a file begins with `head`, by its mark or by where its zero bytes stand.
pub(super) fn utf16(head: &[u8]) -> Option<&'static Encoding> {
    match head {
        [0xFF, 0xFE, ..] => return Some(UTF_16LE),
        [0xFE, 0xFF, ..] => return Some(UTF_16BE),
        _ => {}
    }
    // In Arabic and English text nearly every unit has the high byte 00 (ASCII) or 06 (Arabic), and spaces are 0020.
    let units = head.len() / 2;
    if units < 2 || !head.contains(&0) {
        return None;
    }
    let high = |at: usize| head.chunks_exact(2).filter(|unit| matches!(unit[at], 0x00 | 0x06)).count();
    let (first, second) = (high(0), high(1));
    if second * 10 >= units * 9 && first * 2 < units {
        Some(UTF_16LE)
    } else if first * 10 >= units * 9 && second * 2 < units {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Returns what a file that begins with `head` is, when it is no text.
pub(super) fn binary(head: &[u8]) -> Option<&'static str> {
    let known: [(&[u8], &str); 7] = [
        (b"%PDF", "a PDF"),
        (b"PK\x03\x04", "a zip archive or office document"),
        (b"\xD0\xCF\x11\xE0", "an office document"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
        (b"\x7FELF", "a program"),
    ];
    if let Some((_, what)) = known.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(what);
    }
    let control =
        head.iter().filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0C | 0x1A | 0x1B)).count();
    (head.contains(&0) || control * 50 > head.len()).then_some("binary data")
}

/// Returns the text of `bytes`: as UTF-8, else in the single-byte encoding it is most likely written in.
///
/// # Errors
/// The offset of the first wrong byte, when the text is UTF-8 but for a few broken letters.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, usize> {
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    // That tells fast whether, and this where.
    let wrong = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(error) => error.valid_up_to(),
    };
    let (mut letters, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if letters >= 4 * broken {
        return Err(wrong);
    }
    guess(bytes).decode_without_bom_handling_and_without_replacement(bytes).ok_or(wrong)
}

/// Returns the cells of a row, in the encoding that all of them together (`whole`) are most likely written in.
///
/// # Errors
/// As [`decode`].
pub(super) fn decode_cells<'a>(whole: &[u8], cells: impl Iterator<Item = &'a [u8]>) -> Result<Vec<String>, usize> {
    let encoding = guess(whole);
    let decode = |cell| encoding.decode_without_bom_handling_and_without_replacement(cell).map(Cow::into_owned);
    cells.map(|cell| decode(cell).ok_or(0)).collect()
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(GUESS)], true);
    detector.guess(None, Utf8Detection::Deny)
}

/// A reader of UTF-16 that gives UTF-8.
pub(super) struct Transcode<R> {
    inner: R,
    decoder: Decoder,
    ready: String,
    given: usize,
    ended: bool,
}

impl<R: Read> Transcode<R> {
    /// Returns the UTF-8 view of `inner`; a mark at its start is removed.
    pub(super) fn new(inner: R, encoding: &'static Encoding) -> Self {
        Transcode {
            inner,
            decoder: encoding.new_decoder_with_bom_removal(),
            ready: String::new(),
            given: 0,
            ended: false,
        }
    }

    fn refill(&mut self) -> io::Result<()> {
        let mut chunk = [0; 8192];
        let count = self.inner.read(&mut chunk)?;
        self.ended = count == 0;
        self.ready.clear();
        self.given = 0;
        let wrong = || io::Error::new(io::ErrorKind::InvalidData, "broken UTF-16");
        let room = self.decoder.max_utf8_buffer_length_without_replacement(count).ok_or_else(wrong)?;
        self.ready.reserve(room);
        match self.decoder.decode_to_string_without_replacement(&chunk[..count], &mut self.ready, self.ended).0 {
            DecoderResult::InputEmpty => Ok(()),
            DecoderResult::OutputFull | DecoderResult::Malformed(..) => Err(wrong()),
        }
    }
}

impl<R: Read> Read for Transcode<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready.len() && !self.ended {
            self.refill()?;
        }
        let rest = &self.ready.as_bytes()[self.given..];
        let count = rest.len().min(out.len());
        out[..count].copy_from_slice(&rest[..count]);
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEWS: &str = "التقى الرئيس الروسي فلاديمير بوتين نظيره الصيني شي جين بينغ في موسكو، \"أمس\" 2025.";

    fn utf16_bytes(little: bool) -> Vec<u8> {
        NEWS.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn windows_1256_is_recognised() {
        let (bytes, _, lost) = encoding_rs::WINDOWS_1256.encode(NEWS);
        assert!(!lost);
        assert_eq!(decode(&bytes).unwrap(), NEWS);
        assert_eq!(decode(NEWS.as_bytes()).unwrap(), NEWS);
        let (title, ..) = encoding_rs::WINDOWS_1256.encode("بوتين في القاهرة");
        assert_eq!(decode(&title).unwrap(), "بوتين في القاهرة");
        assert_eq!(decode(b"Putin\x92s call with Xi").unwrap(), "Putin\u{2019}s call with Xi");
    }

    #[test]
    fn a_cut_letter_in_utf8_is_an_error_and_not_another_encoding() {
        let cut = &NEWS.as_bytes()[..NEWS.len() - 7];
        let mut broken = cut.to_vec();
        broken.push(0xD8);
        assert_eq!(decode(&broken).unwrap_err(), cut.len());
    }

    #[test]
    fn utf16_is_recognised_with_and_without_a_mark() {
        for little in [true, false] {
            let plain = utf16_bytes(little);
            let mut marked = if little { vec![0xFF, 0xFE] } else { vec![0xFE, 0xFF] };
            marked.extend(&plain);
            for bytes in [plain, marked] {
                let encoding = utf16(&bytes).unwrap();
                assert_eq!(encoding == UTF_16LE, little);
                let mut text = String::new();
                Transcode::new(bytes.as_slice(), encoding).read_to_string(&mut text).unwrap();
                assert_eq!(text, NEWS);
            }
        }
        assert!(utf16(NEWS.as_bytes()).is_none());
        assert!(utf16(b"plain").is_none());
        assert!(utf16(&[0; 64]).is_none());
    }

    #[test]
    fn binary_data_is_no_text() {
        assert_eq!(binary(b"%PDF-1.7"), Some("a PDF"));
        assert_eq!(binary(&[1, 2, 3, 0]), Some("binary data"));
        assert_eq!(binary(NEWS.as_bytes()), None);
        assert_eq!(binary(b""), None);
    }
}
