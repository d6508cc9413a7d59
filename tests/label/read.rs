//! Reads what was drawn: dots of a PNG, codes by two decoders, pages of a PDF by a program that knows nothing of how it was made.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use resvg::tiny_skia::Pixmap;
use rxing::common::HybridBinarizer;
use rxing::{BarcodeFormat, BinaryBitmap, DecodeHints, Luma8LuminanceSource, MultiFormatReader, Reader};

/// Grey dots, row by row.
pub struct Dots {
    pub width: usize,
    pub height: usize,
    pub grey: Vec<u8>,
    pub per_mm: f32,
}

impl Dots {
    pub fn of_png(png: &[u8], dpi: f32) -> Self {
        let picture = Pixmap::decode_png(png).expect("a PNG");
        let grey = picture.pixels().iter().map(|pixel| pixel.green()).collect();
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        Self { width, height, grey, per_mm: dpi / 25.4 }
    }

    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        self.grey[y * self.width + x] < 128
    }

    /// A part, by its corners in millimetres.
    pub fn part(&self, (left, top, right, bottom): (f32, f32, f32, f32)) -> Self {
        let dot = |mm: f32, most: usize| ((mm * self.per_mm).round().max(0.0) as usize).min(most);
        let (left, right) = (dot(left, self.width), dot(right, self.width));
        let (top, bottom) = (dot(top, self.height), dot(bottom, self.height));
        let rows = (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y)));
        let grey = rows.map(|(x, y)| self.grey[y * self.width + x]).collect();
        Self { width: right - left, height: bottom - top, grey, per_mm: self.per_mm }
    }

    /// Turned by a quarter to the right.
    pub fn turned(&self) -> Self {
        let grey = (0..self.width)
            .flat_map(|x| (0..self.height).rev().map(move |y| (x, y)))
            .map(|(x, y)| self.grey[y * self.width + x])
            .collect();
        Self { width: self.height, height: self.width, grey, per_mm: self.per_mm }
    }

    /// The smallest box around what is dark, in dots: left, top, right, bottom.
    pub fn ink(&self) -> (usize, usize, usize, usize) {
        let dark = |x: usize, y: usize| self.is_dark(x, y);
        let columns: Vec<usize> = (0..self.width).filter(|x| (0..self.height).any(|y| dark(*x, y))).collect();
        let rows: Vec<usize> = (0..self.height).filter(|y| (0..self.width).any(|x| dark(x, *y))).collect();
        (columns[0], rows[0], columns[columns.len() - 1] + 1, rows[rows.len() - 1] + 1)
    }

    /// As a picture that every program reads.
    pub fn pgm(&self) -> Vec<u8> {
        let head = format!("P5 {} {} 255\n", self.width, self.height);
        [head.as_bytes(), &self.grey].concat()
    }
}

/// What a reader of codes finds (rxing, after ZXing).
pub fn read_by_rxing(dots: &Dots) -> String {
    let source = Luma8LuminanceSource::new(dots.grey.clone(), dots.width as u32, dots.height as u32)
        .expect("as many dots");
    let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
    let format = BarcodeFormat::CODE_128;
    let hints =
        DecodeHints { PossibleFormats: Some([format].into()), TryHarder: Some(true), ..Default::default() };
    MultiFormatReader::default().decode_with_hints(&mut bitmap, &hints).expect("a code").getText().to_owned()
}

/// What another one finds (ZBar's program), all codes of the picture in turn; none where it is missing and nobody minds.
pub fn read_by_zbar(dots: &Dots) -> Option<Vec<String>> {
    let said = run("zbarimg", &["--raw", "-q", "-Sdisable", "-Scode128.enable", "pgm:-"], &dots.pgm())?;
    let text = String::from_utf8(said).expect("digits");
    Some(text.lines().map(|line| line.trim().to_owned()).collect())
}

/// The page of a PDF in dots (Poppler's program).
pub fn dots_of_pdf(pdf: &[u8], dpi: u16) -> Option<Dots> {
    let dpi_text = dpi.to_string();
    let grey = run("pdftoppm", &["-r", &dpi_text, "-gray", "-"], pdf)?;
    // P5, width, height, most, one blank, dots.
    let mut at = 0;
    let mut word = || {
        let from = at + grey[at..].iter().position(|byte| !byte.is_ascii_whitespace()).expect("a word");
        let to = from + grey[from..].iter().position(u8::is_ascii_whitespace).expect("its end");
        at = to;
        String::from_utf8_lossy(&grey[from..to]).into_owned()
    };
    let (kind, width, height, _) = (word(), word(), word(), word());
    assert_eq!(kind, "P5");
    let (width, height) = (width.parse().expect("a width"), height.parse().expect("a height"));
    Some(Dots { width, height, grey: grey[at + 1..].to_vec(), per_mm: f32::from(dpi) / 25.4 })
}

/// The text of a PDF without blanks.
pub fn text_of_pdf(pdf: &[u8]) -> Option<String> {
    let text = String::from_utf8(run("pdftotext", &["-raw", "-", "-"], pdf)?).expect("UTF-8");
    Some(text.chars().filter(|c| !c.is_whitespace()).collect())
}

/// Width and height of each page in millimetres, and whether all its fonts are embedded.
pub fn pages_of_pdf(pdf: &[u8]) -> Option<Vec<(f32, f32)>> {
    let text = String::from_utf8(run("pdfinfo", &["-l", "-1", "-"], pdf)?).expect("UTF-8");
    let sizes = text.lines().filter(|line| line.starts_with("Page") && line.contains("size:"));
    let mm = |word: &str| word.parse::<f32>().expect("points") / 72.0 * 25.4;
    let size = |line: &str| {
        let words: Vec<&str> = line.split("size:").nth(1).expect("a size").split_whitespace().collect();
        (mm(words[0]), mm(words[2]))
    };
    Some(sizes.map(size).collect())
}

/// Whether every font of a PDF is in it, and says which letters its glyphs are.
pub fn fonts_are_embedded(pdf: &[u8]) -> Option<bool> {
    let folder = std::env::temp_dir().join(format!("label-{}-{}", std::process::id(), pdf.len()));
    let path: PathBuf = folder.with_extension("pdf");
    std::fs::write(&path, pdf).expect("a file");
    let listed = run("pdffonts", &[path.to_str().expect("a name")], &[]);
    std::fs::remove_file(&path).expect("its end");
    let text = String::from_utf8(listed?).expect("UTF-8");
    let fonts: Vec<&str> = text.lines().skip(2).collect();
    // … emb sub uni object ID
    let all = |line: &&str| line.split_whitespace().rev().skip(2).take(3).all(|word| word == "yes");
    Some(!fonts.is_empty() && fonts.iter().all(all))
}

/// What a program makes of its standard input. CI has them all.
fn run(program: &str, arguments: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    let spawned = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = spawned else {
        assert!(std::env::var_os("CI").is_none(), "{program} is missing");
        let _ = writeln!(std::io::stderr(), "skipped: what {program} would read, for want of it");
        return None;
    };
    let mut pipe = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || pipe.write_all(&input));
    let output = child.wait_with_output().expect("its end");
    let _ = writer.join().expect("written");
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    Some(output.stdout)
}
