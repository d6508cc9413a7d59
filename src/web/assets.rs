//! Static files, inside the program: a hash in the name, kept by browsers for a year, compressed once.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::io::Write;
use std::sync::{LazyLock, OnceLock};

use actix_web::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use actix_web::web::{Bytes, Path};
use actix_web::{HttpRequest, HttpResponse};
use flate2::Compression;
use flate2::write::GzEncoder;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::web::{Answer, Error, wants};

#[derive(RustEmbed)]
#[folder = "static"]
struct Files;

struct Asset {
    hash: String,
    mime: &'static str,
    body: Bytes,
    gzip: OnceLock<Bytes>,
    brotli: OnceLock<Bytes>,
}

struct Assets {
    by_url: HashMap<String, Asset>,
    urls: BTreeMap<String, String>,
}

/// The style sheets as two: what the first page needs, and the other parts by name.
const FIRST: [&str; 6] = ["tokens", "base", "buttons", "fields", "goods", "header"];
const SHEETS: [&str; 2] = ["css/shop.css", "css/further.css"];
/// The address of no file.
const MISSING: &str = "/static/missing";

static ASSETS: LazyLock<Assets> = LazyLock::new(Assets::load);

/// The address of a static file: `img/icons.svg` becomes `/static/img/icons.1a2b3c4d.svg`. The style sheets
/// are `css/shop.css`, which the first page needs, and `css/further.css`, which all others need as well. An unknown name gives an address that answers 404, and a test finds it.
#[must_use]
pub fn asset(name: &str) -> &'static str {
    ASSETS.urls.get(name).map_or(MISSING, String::as_str)
}

/// Answers a static file.
///
/// # Errors
/// [`Error::NotFound`] for a name that no file has.
pub async fn show(request: HttpRequest, name: Path<String>) -> Answer {
    let asset = ASSETS.by_url.get(name.as_str()).ok_or(Error::NotFound)?;
    let mut answer = HttpResponse::Ok();
    answer.insert_header((ETAG, format!("\"{}\"", asset.hash)));
    let hashed = name.contains(&asset.hash);
    let cache = if hashed { "public, max-age=31536000, immutable" } else { "public, max-age=300" };
    answer.insert_header((CACHE_CONTROL, cache));
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let known = header(IF_NONE_MATCH);
    // The star stands for whatever is there (RFC 9110 section 13.1.2).
    if known.trim() == "*" || known.contains(&asset.hash) {
        return Ok(HttpResponse::NotModified().insert_header((CACHE_CONTROL, cache)).finish());
    }
    answer.insert_header((CONTENT_TYPE, asset.mime)).insert_header((VARY, "accept-encoding"));
    let chosen = wants::coding(request.headers(), &["br", "gzip"]).filter(|_| asset.is_text());
    let body = match chosen {
        Some("br") => asset.brotli(),
        Some(_) => asset.gzip(),
        None => asset.body.clone(),
    };
    Ok(answer.insert_header((CONTENT_ENCODING, chosen.unwrap_or("identity"))).body(body))
}

impl Assets {
    fn load() -> Self {
        let mut assets = Self { by_url: HashMap::new(), urls: BTreeMap::new() };
        let mut names: Vec<String> = Files::iter().map(Cow::into_owned).collect();
        names.sort();
        let is_script = |name: &str| name.rsplit_once('.').is_some_and(|(_, ending)| ending == "js");
        let (sheets, others): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| name.starts_with("css/"));
        for name in others {
            if let Some(file) = Files::get(&name) {
                assets.add(&name, if is_script(&name) { without_remarks(&file.data) } else { file.data });
            }
        }
        let first = FIRST.map(|part| format!("css/{part}.css"));
        let further: Vec<String> = sheets.into_iter().filter(|name| !first.contains(name)).collect();
        for (sheet, parts) in SHEETS.into_iter().zip([&first[..], &further]) {
            let whole: String = parts
                .iter()
                .filter_map(|name| Files::get(name))
                .map(|file| unremarked(&String::from_utf8_lossy(&file.data)))
                .collect();
            let whole = assets
                .urls
                .iter()
                .fold(whole, |sheet, (name, url)| sheet.replace(&format!("/static/{name}"), url));
            assets.add(sheet, Cow::Owned(whole.into_bytes()));
        }
        assets
    }

    fn add(&mut self, name: &str, body: Cow<'static, [u8]>) {
        let hash: String = Sha256::digest(&body).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let url = format!("{stem}.{hash}.{ending}");
        self.urls.insert(name.to_owned(), format!("/static/{url}"));
        let body = match body {
            Cow::Borrowed(body) => Bytes::from_static(body),
            Cow::Owned(body) => Bytes::from(body),
        };
        let asset = || Asset {
            hash: hash.clone(),
            mime: mime(ending),
            body: body.clone(),
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
        };
        self.by_url.insert(url, asset());
        self.by_url.insert(name.to_owned(), asset());
    }
}

impl Asset {
    fn is_text(&self) -> bool {
        !(self.mime.starts_with("image/webp") || self.mime.starts_with("font/") || self.mime == "image/png")
    }

    fn gzip(&self) -> Bytes {
        let compress = || {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
            let written = encoder.write_all(&self.body).and_then(|()| encoder.finish());
            Bytes::from(written.unwrap_or_default())
        };
        self.gzip.get_or_init(compress).clone()
    }

    fn brotli(&self) -> Bytes {
        // The last step of quality costs twice the time for one per cent; for what every page waits for it is worth it.
        let quality = if self.mime.starts_with("text/css") || self.mime.starts_with("text/javascript") {
            11
        } else {
            10
        };
        self.brotli.get_or_init(|| brotli(&self.body, quality)).clone()
    }
}

/// Compressed with brotli, at a quality from 0 to 11.
#[must_use]
pub fn brotli(body: &[u8], quality: u32) -> Bytes {
    // A larger window takes megabytes for what is smaller than this one.
    let mut encoder = brotli::CompressorWriter::new(Vec::new(), 4096, quality, 17);
    let written = encoder.write_all(body);
    Bytes::from(written.map(|()| encoder.into_inner()).unwrap_or_default())
}

/// A sheet without its remarks.
fn unremarked(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| part.split_once("*/")).fold(first, |said, (_, rest)| said + rest)
}

/// A script without the lines that are remarks only: they are for who reads the source, and weigh a fifth of what is sent.
fn without_remarks(script: &[u8]) -> Cow<'static, [u8]> {
    let lines = std::str::from_utf8(script).unwrap_or_default().lines();
    let said = lines.filter(|line| !line.trim_start().starts_with("//"));
    Cow::Owned(said.flat_map(|line| [line, "\n"]).collect::<String>().into_bytes())
}

fn mime(ending: &str) -> &'static str {
    match ending {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "webp" => "image/webp",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "json" => "application/json",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
