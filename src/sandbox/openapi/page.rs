//! `GET /openapi.json`, and the same to read at `/openapi`: operations, fields, examples, and where each comes from.

use std::sync::LazyLock;

use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_TYPE;
use askama::Template;

use crate::sandbox::openapi::document::{DOCUMENT, resolved};
use crate::sandbox::openapi::fields::{Field, below, field};
use crate::sandbox::openapi::tree::Tree;

struct Api {
    name: String,
    words: String,
    operations: Vec<Operation>,
}

struct Operation {
    id: String,
    method: String,
    path: String,
    summary: String,
    words: String,
    source: String,
    scopes: String,
    parameters: Vec<Field>,
    request: Option<Body>,
    answers: Vec<Answer>,
}

/// A body in one of its forms.
struct Body {
    mime: String,
    fields: Vec<Field>,
    /// What it shows, where it comes from, and the example.
    examples: Vec<(String, String, String)>,
}

struct Answer {
    status: String,
    words: String,
    body: Option<Body>,
}

#[derive(Template)]
#[template(path = "sandbox/openapi.html")]
struct Page {
    title: String,
    words: String,
    apis: Vec<Api>,
}

/// Neither changes while the program runs.
static JSON: LazyLock<String> = LazyLock::new(|| DOCUMENT.to_string());
static HTML: LazyLock<String> = LazyLock::new(|| page().render().unwrap_or_default());

/// The document.
pub async fn json() -> HttpResponse {
    HttpResponse::Ok().insert_header((CONTENT_TYPE, "application/json")).body(JSON.as_str())
}

/// The page.
pub async fn show() -> HttpResponse {
    HttpResponse::Ok().insert_header((CONTENT_TYPE, "text/html; charset=utf-8")).body(HTML.as_str())
}

/// Its style sheet.
pub async fn sheet() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/css; charset=utf-8"))
        .body(include_str!("../../../templates/sandbox/openapi.css"))
}

fn page() -> Page {
    let info = &DOCUMENT["info"];
    Page {
        title: info["title"].text(),
        words: info["description"].text(),
        apis: DOCUMENT["tags"]
            .items()
            .iter()
            .map(|tag| Api {
                name: tag["name"].text(),
                words: tag["description"].text(),
                operations: operations(&tag["name"]),
            })
            .collect(),
    }
}

fn operations(tag: &Tree) -> Vec<Operation> {
    let paths = DOCUMENT["paths"].members();
    let all = paths
        .flat_map(|(path, item)| item.members().map(move |(method, operation)| (path, method, operation)));
    all.filter(|(_, _, operation)| operation["tags"].items().contains(tag))
        .map(|(path, method, operation)| Operation {
            id: operation["operationId"].text(),
            method: method.to_uppercase(),
            path: path.to_owned(),
            summary: operation["summary"].text(),
            words: operation["description"].text(),
            source: operation["x-source"].text(),
            scopes: scopes(operation),
            parameters: parameters(operation),
            request: body(&operation["requestBody"]),
            answers: answers(operation),
        })
        .collect()
}

fn scopes(operation: &Tree) -> String {
    let choices = operation["security"].items().iter().flat_map(|choice| choice["token"].items());
    choices.map(Tree::text).collect::<Vec<_>>().join(" or ")
}

fn parameters(operation: &'static Tree) -> Vec<Field> {
    let all = operation["parameters"].items().iter();
    all.map(|parameter| {
        let required = parameter["required"].is_true();
        let shown = field(parameter["name"].text(), &parameter["schema"], required);
        Field { words: parameter["description"].text(), source: parameter["x-source"].text(), ..shown }
    })
    .collect()
}

fn answers(operation: &'static Tree) -> Vec<Answer> {
    let all = operation["responses"].members();
    all.map(|(status, answer)| Answer {
        status: status.to_owned(),
        words: answer["description"].text(),
        body: body(answer),
    })
    .collect()
}

fn body(holder: &'static Tree) -> Option<Body> {
    let (mime, content) = holder["content"].members().next()?;
    let examples = content["examples"].members();
    let examples = examples.map(|(_, example)| {
        (example["summary"].text(), example["x-source"].text(), example["value"].to_string())
    });
    let fields = below(resolved(&content["schema"]));
    Some(Body { mime: mime.to_owned(), fields, examples: examples.collect() })
}
