//! A visitor of the shop without scripts: keeps cookies, reads pages, and fills in the forms that stand there.

use std::collections::BTreeMap;

use reqwest::header::{ACCEPT_LANGUAGE, COOKIE, LOCATION, SET_COOKIE};
use scraper::{ElementRef, Html, Selector};

use crate::balancer::Balancer;

/// Who orders.
pub const HANS: &[(&str, &str)] = &[
    ("first_name", "Hans"),
    ("last_name", "Muster"),
    ("street", "Bellerivestrasse"),
    ("house_number", "5"),
    ("postcode", "8008"),
    ("town", "Zürich"),
    ("email", "hans.muster@example.ch"),
];

pub struct Visit<'a> {
    balancer: &'a Balancer,
    cookies: BTreeMap<String, String>,
    /// The page that the visitor sees, and where it stands.
    body: String,
    at: String,
}

/// A form as a browser would send it.
pub struct Form {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

/// What one request was answered.
pub struct Answer {
    pub status: u16,
    /// Where it leads.
    pub next: Option<String>,
}

impl<'a> Visit<'a> {
    pub fn new(balancer: &'a Balancer) -> Self {
        Self { balancer, cookies: BTreeMap::new(), body: String::new(), at: String::new() }
    }

    /// One request. Where it is answered with a page, that is what the visitor sees from now on; whoever is led elsewhere
    /// still sees the page before.
    pub async fn ask(&mut self, path: &str, form: Option<&[(String, String)]>) -> Result<Answer, String> {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let sent = self.balancer.send(|client, base| {
            let url = format!("{base}{path}");
            let request = form.map_or_else(|| client.get(&url), |form| client.post(&url).form(form));
            request.header(COOKIE, cookies.join("; ")).header(ACCEPT_LANGUAGE, "en")
        });
        let answer = sent.await?;
        for cookie in answer.headers().get_all(SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok()) {
            if let Some((name, value)) = cookie.split(';').next().and_then(|pair| pair.split_once('=')) {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let status = answer.status().as_u16();
        let next = answer.headers().get(LOCATION).and_then(|next| next.to_str().ok()).map(ToOwned::to_owned);
        if next.is_none() {
            self.body = answer.text().await.map_err(|error| format!("a body was cut: {error}"))?;
            path.clone_into(&mut self.at);
        }
        Ok(Answer { status, next })
    }

    /// The form of the page that has this field, filled in.
    pub fn filled(&self, marker: &str, fields: &[(&str, &str)]) -> Result<Form, String> {
        let (page, wanted) = (Html::parse_document(&self.body), selector(&format!("[name={marker}]")));
        let forms = selector("form[method=post]");
        let form = page.select(&forms).find(|form| form.select(&wanted).next().is_some());
        let form = form.ok_or_else(|| format!("no form with {marker}"))?;
        let mut filled = present(form);
        filled.retain(|(name, _)| !fields.iter().any(|(typed, _)| typed == name));
        filled.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        Ok(Form { action: form.attr("action").unwrap_or(&self.at).to_owned(), fields: filled })
    }

    /// What the first button of this name says.
    pub fn button(&self, name: &str) -> Result<String, String> {
        let (page, button) = (Html::parse_document(&self.body), selector(&format!("button[name={name}]")));
        let value = page.select(&button).next().and_then(|button| button.attr("value"));
        value.map(ToOwned::to_owned).ok_or_else(|| format!("no button {name}"))
    }

    /// What the page says is wrong, to be printed.
    pub fn problems(&self) -> String {
        let (page, wanted) = (Html::parse_document(&self.body), selector(".problems, h1"));
        let told = page.select(&wanted).flat_map(|element| element.text());
        told.map(str::trim).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// What stands in a form: inputs, chosen radios, selected options; no buttons.
fn present(form: ElementRef<'_>) -> Vec<(String, String)> {
    let options = [selector("option[selected]"), selector("option")];
    let value = |input: ElementRef<'_>| match (input.value().name(), input.attr("type")) {
        ("select", _) => {
            let option = options.iter().find_map(|option| input.select(option).next());
            Some(option.and_then(|option| option.attr("value")).unwrap_or_default().to_owned())
        }
        (_, Some("radio" | "checkbox")) if input.attr("checked").is_none() => None,
        _ => Some(input.attr("value").unwrap_or_default().to_owned()),
    };
    let inputs = selector("input[name], select[name]");
    let filled = form
        .select(&inputs)
        .filter_map(|input| Some((input.attr("name").unwrap_or_default().to_owned(), value(input)?)));
    filled.collect()
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("a selector")
}
