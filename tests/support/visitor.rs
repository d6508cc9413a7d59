//! A visitor without scripts: keeps cookies, follows redirects, fills in the forms of the page it sees.

use std::collections::BTreeMap;
use std::time::Duration;

use reqwest::header::{COOKIE, HOST, LOCATION, SET_COOKIE};
use reqwest::{Client, Response, redirect};
use scraper::{ElementRef, Html, Selector};

pub struct Visitor {
    client: Client,
    base: String,
    pub cookies: BTreeMap<String, String>,
    /// The name by which the shop is asked for, where it is not the address's own.
    pub host: Option<String>,
    /// What a proxy would say of the visitor's address.
    pub forwarded_for: Option<String>,
    pub url: String,
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub body: String,
    pub bytes: Vec<u8>,
}

pub fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("a selector")
}

fn client() -> Client {
    // Shorter than the shop's patience with a connection that asks nothing: a click must not meet one that is just being closed.
    let client = Client::builder().pool_idle_timeout(Duration::from_secs(2));
    client.redirect(redirect::Policy::none()).build().expect("a client")
}

impl Visitor {
    pub fn new(base: &str) -> Self {
        Self {
            client: client(),
            base: base.to_owned(),
            cookies: BTreeMap::new(),
            host: None,
            forwarded_for: None,
            url: base.to_owned(),
            status: 0,
            headers: Default::default(),
            body: String::new(),
            bytes: Vec::new(),
        }
    }

    /// Comes back after a while: on a new connection, since the shop may be closing the old one at this very moment.
    pub fn pause(&mut self) {
        self.client = client();
    }

    pub fn path(&self) -> &str {
        self.url.strip_prefix(&self.base).unwrap_or(&self.url).split('?').next().unwrap_or_default()
    }

    pub async fn get(&mut self, path: &str) -> &mut Self {
        self.go(self.client.get(self.absolute(path)), path.to_owned()).await
    }

    /// Posts exactly these fields, as a forged request does.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> &mut Self {
        self.go(self.client.post(self.absolute(path)).form(fields), path.to_owned()).await
    }

    /// Posts any body with these headers.
    pub async fn raw(&mut self, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> &mut Self {
        let mut request = self.client.post(self.absolute(path)).body(body);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.go(request, path.to_owned()).await
    }

    /// Fills in the form that has this field and sends it, with everything else as the page has it.
    pub async fn submit(&mut self, marker: &str, fields: &[(&str, &str)]) -> &mut Self {
        let (action, filled) = self.filled(marker, fields);
        let filled: Vec<(&str, &str)> = filled.iter().map(|(name, value)| (&**name, &**value)).collect();
        self.post(&action, &filled).await
    }

    /// The address and the fields of a form as a browser would send them.
    pub fn filled(&self, marker: &str, fields: &[(&str, &str)]) -> (String, Vec<(String, String)>) {
        let page = self.page();
        let wanted = selector(&format!("[name=\"{marker}\"]"));
        let form = page
            .select(&selector("form[method=post]"))
            .find(|form| form.select(&wanted).next().is_some())
            .unwrap_or_else(|| {
                panic!("no form with {marker} at {} ({}):\n{}", self.url, self.status, self.body)
            });
        let mut filled = present(form);
        for (name, value) in fields {
            filled.retain(|(known, _)| known != name);
            filled.push(((*name).to_owned(), (*value).to_owned()));
        }
        (form.attr("action").unwrap_or(self.path()).to_owned(), filled)
    }

    pub fn page(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// The texts of all elements of a kind.
    pub fn texts(&self, css: &str) -> Vec<String> {
        let page = self.page();
        let text = |element: ElementRef<'_>| {
            element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        page.select(&selector(css)).map(text).collect()
    }

    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.page()
            .select(&selector(css))
            .next()
            .and_then(|element| element.attr(name))
            .map(ToOwned::to_owned)
    }

    fn absolute(&self, path: &str) -> String {
        if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.base) }
    }

    async fn go(&mut self, request: reqwest::RequestBuilder, path: String) -> &mut Self {
        self.url = self.absolute(&path);
        let mut answer = self.send(request).await;
        for _ in 0..10 {
            let Some(next) = answer.headers().get(LOCATION).and_then(|next| next.to_str().ok()) else {
                break;
            };
            self.url = self.absolute(next);
            answer = self.send(self.client.get(&self.url)).await;
        }
        self.status = answer.status().as_u16();
        self.headers = answer.headers().clone();
        self.bytes = answer.bytes().await.expect("a body").to_vec();
        self.body = String::from_utf8_lossy(&self.bytes).into_owned();
        self
    }

    async fn send(&mut self, request: reqwest::RequestBuilder) -> Response {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = if cookies.is_empty() { request } else { request.header(COOKIE, cookies.join("; ")) };
        let request = match &self.host {
            Some(host) => request.header(HOST, host),
            None => request,
        };
        let request = match &self.forwarded_for {
            Some(address) => request.header("x-forwarded-for", address),
            None => request,
        };
        let answer = request.send().await.expect("the shop answers");
        for cookie in answer.headers().get_all(SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok()) {
            if let Some((name, value)) = cookie.split(';').next().and_then(|pair| pair.split_once('=')) {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }
}

/// What stands in a form: inputs, chosen radios, selected options; no buttons.
fn present(form: ElementRef<'_>) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for input in form.select(&selector("input[name], select[name]")) {
        let name = input.attr("name").unwrap_or_default().to_owned();
        let value = match (input.value().name(), input.attr("type")) {
            ("select", _) => input
                .select(&selector("option[selected]"))
                .next()
                .and_then(|option| option.attr("value"))
                .or(input.select(&selector("option")).next().and_then(|option| option.attr("value"))),
            (_, Some("radio" | "checkbox")) if input.attr("checked").is_none() => continue,
            _ => input.attr("value"),
        };
        fields.push((name, value.unwrap_or_default().to_owned()));
    }
    fields
}
