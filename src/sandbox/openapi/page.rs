//! `GET /openapi.json`, and the same to read at `/openapi`: operations, fields, examples, and where each comes from.

use std::sync::LazyLock;

use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_TYPE;
use askama::Template;
use serde_json::Value;

use crate::sandbox::openapi::document::{DOCUMENT, resolved};
use crate::sandbox::openapi::fields::{Field, below, field};

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
static JSON: LazyLock<String> = LazyLock::new(|| format!("{:#}", *DOCUMENT));
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
    let tags = DOCUMENT["tags"].as_array().into_iter().flatten();
    Page {
        title: text(&info["title"]),
        words: text(&info["description"]),
        apis: tags
            .map(|tag| Api {
                name: text(&tag["name"]),
                words: text(&tag["description"]),
                operations: operations(&tag["name"]),
            })
            .collect(),
    }
}

fn operations(tag: &Value) -> Vec<Operation> {
    let paths = DOCUMENT["paths"].as_object().into_iter().flatten();
    let all = paths.flat_map(|(path, item)| {
        item.as_object().into_iter().flatten().map(move |(method, operation)| (path, method, operation))
    });
    all.filter(|(_, _, operation)| operation["tags"][0] == *tag)
        .map(|(path, method, operation)| Operation {
            id: text(&operation["operationId"]),
            method: method.to_uppercase(),
            path: path.clone(),
            summary: text(&operation["summary"]),
            words: text(&operation["description"]),
            source: text(&operation["x-source"]),
            scopes: scopes(operation),
            parameters: parameters(operation),
            request: body(&operation["requestBody"]),
            answers: answers(operation),
        })
        .collect()
}

fn scopes(operation: &Value) -> String {
    let choices = operation["security"].as_array().into_iter().flatten();
    choices.map(|choice| text(&choice["token"][0])).collect::<Vec<_>>().join(" or ")
}

fn parameters(operation: &'static Value) -> Vec<Field> {
    let all = operation["parameters"].as_array().into_iter().flatten();
    all.map(|parameter| {
        let required = parameter["required"] == true;
        let shown = field(text(&parameter["name"]), &parameter["schema"], required);
        Field { words: text(&parameter["description"]), source: text(&parameter["x-source"]), ..shown }
    })
    .collect()
}

fn answers(operation: &'static Value) -> Vec<Answer> {
    let all = operation["responses"].as_object().into_iter().flatten();
    all.map(|(status, answer)| Answer {
        status: status.clone(),
        words: text(&answer["description"]),
        body: body(answer),
    })
    .collect()
}

fn body(holder: &'static Value) -> Option<Body> {
    let (mime, content) = holder["content"].as_object()?.iter().next()?;
    let examples = content["examples"].as_object().into_iter().flatten();
    let examples = examples.map(|(_, example)| {
        (text(&example["summary"]), text(&example["x-source"]), format!("{:#}", example["value"]))
    });
    let fields = below(resolved(&content["schema"]));
    Some(Body { mime: mime.clone(), fields, examples: examples.collect() })
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
