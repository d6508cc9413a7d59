//! The documents of `contract/`, read on their own, and what of an exchange is not as they say.

use serde_json::{Map, Value, json};

use crate::relay::Exchange;

pub const FILES: [&str; 8] = [
    include_str!("../../contract/oauth.json"),
    include_str!("../../contract/pickpost.json"),
    include_str!("../../contract/locations.json"),
    include_str!("../../contract/address.json"),
    include_str!("../../contract/barcode.json"),
    include_str!("../../contract/delivery.json"),
    include_str!("../../contract/tracking.json"),
    include_str!("../../contract/console.json"),
];

pub struct Contract {
    pub paths: Map<String, Value>,
    /// As they are written.
    pub components: Value,
    /// The same where no object may hold what is not listed.
    closed: Value,
}

/// An operation by its method and its path.
pub struct Operation<'a> {
    pub method: String,
    pub path: &'a str,
    pub says: &'a Value,
}

impl Contract {
    pub fn read() -> Self {
        let (mut paths, mut schemas, mut schemes) = (Map::new(), Map::new(), Map::new());
        for file in FILES {
            let file: Value = serde_json::from_str(file).expect("JSON");
            assert_eq!(file["openapi"], "3.1.0");
            let of =
                |place: &str| file.pointer(place).and_then(Value::as_object).cloned().unwrap_or_default();
            for (path, item) in of("/paths") {
                assert!(paths.insert(path.clone(), item).is_none(), "{path} stands in two files");
            }
            for (name, schema) in of("/components/schemas") {
                assert!(schemas.insert(name.clone(), schema).is_none(), "{name} stands in two files");
            }
            schemes.extend(of("/components/securitySchemes"));
        }
        let components = json!({ "schemas": schemas, "securitySchemes": schemes });
        let closed = shut(components.clone());
        Self { paths, components, closed }
    }

    pub fn operations(&self) -> impl Iterator<Item = Operation<'_>> {
        self.paths.iter().flat_map(|(path, item)| {
            let methods = item.as_object().into_iter().flatten();
            methods.map(move |(method, says)| Operation { method: method.to_uppercase(), path, says })
        })
    }

    /// The operation that a request is for; a part of a path in braces is anything.
    pub fn operation(&self, method: &str, path: &str) -> Option<Operation<'_>> {
        let fits = |pattern: &str| {
            let (one, other): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a.starts_with('{') || *a == b)
        };
        self.operations().find(|operation| operation.method == method && fits(operation.path))
    }

    /// What is not as the contract says, of both sides.
    pub fn problems(&self, exchange: &Exchange) -> Vec<String> {
        let Exchange { method, path, .. } = exchange;
        let Some(operation) = self.operation(method, path) else {
            return vec![format!("{method} {path} is not in the contract")];
        };
        let mut problems = self.of_request(&operation, exchange);
        problems.extend(self.of_answer(&operation, exchange));
        problems.into_iter().map(|problem| format!("{method} {path}: {problem}")).collect()
    }

    fn of_request(&self, operation: &Operation<'_>, exchange: &Exchange) -> Vec<String> {
        let mut problems = self.of_query(operation, &exchange.query);
        let (mime, body) = &exchange.asked;
        let wanted = &operation.says["requestBody"];
        match (wanted["content"][mime].as_object(), body.is_empty()) {
            (Some(content), false) => {
                let schema = content.get("schema").unwrap_or(&Value::Null);
                problems.extend(self.against(schema, &self.components, read(mime, body, schema)));
            }
            (None, false) => problems.push(format!("a body of {mime}")),
            (_, true) if wanted["required"] == true => problems.push("no body".to_owned()),
            _ => {}
        }
        problems
    }

    fn of_query(&self, operation: &Operation<'_>, query: &str) -> Vec<String> {
        let known: Vec<&Value> = operation.says["parameters"].as_array().into_iter().flatten().collect();
        let known = || known.iter().filter(|parameter| parameter["in"] == "query");
        let asked: Vec<(String, String)> =
            url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let mut problems = Vec::new();
        for (name, value) in &asked {
            let Some(parameter) = known().find(|parameter| parameter["name"] == **name) else {
                problems.push(format!("a parameter {name}"));
                continue;
            };
            let number = parameter["schema"]["type"] == "integer";
            let value =
                if number { value.parse::<i64>().map_or(json!(value), |n| json!(n)) } else { json!(value) };
            problems.extend(self.against(&parameter["schema"], &self.components, Some(value)));
        }
        let lacks = known().filter(|parameter| {
            parameter["required"] == true && !asked.iter().any(|(name, _)| parameter["name"] == **name)
        });
        problems.extend(lacks.map(|parameter| format!("no parameter {}", parameter["name"])));
        problems
    }

    fn of_answer(&self, operation: &Operation<'_>, exchange: &Exchange) -> Vec<String> {
        let said = &operation.says["responses"][exchange.status.to_string()];
        let (mime, body) = &exchange.answered;
        if !said.is_object() {
            return vec![format!("an answer {}", exchange.status)];
        }
        match (said["content"][mime].as_object(), body.is_empty()) {
            (Some(content), false) => {
                let schema = shut(content.get("schema").cloned().unwrap_or_default());
                self.against(&schema, &self.closed, read(mime, body, &self.followed(&schema)))
            }
            (None, false) => vec![format!("a body of {mime} with {}", exchange.status)],
            // Where a body is described it is needed, but for a 400, which Post leaves empty or not.
            (_, true) if said["content"].is_object() && exchange.status != 400 => {
                vec![format!("no body with {}", exchange.status)]
            }
            _ => Vec::new(),
        }
    }

    /// What is wrong with a value.
    pub fn against(&self, schema: &Value, components: &Value, value: Option<Value>) -> Vec<String> {
        let Some(value) = value else { return vec!["a body that cannot be read".to_owned()] };
        let mut whole = schema.clone();
        if let Some(whole) = whole.as_object_mut() {
            whole.insert("components".into(), components.clone());
        }
        let validator = jsonschema::draft202012::new(&whole).expect("a schema");
        validator
            .iter_errors(&value)
            .map(|error| {
                format!(
                    "{} {}",
                    error.instance_path(),
                    error.to_string().chars().take(200).collect::<String>()
                )
            })
            .collect()
    }

    /// A schema with all that it refers to in its place, some levels deep: what XML is read by.
    fn followed(&self, schema: &Value) -> Value {
        fn put(value: &Value, components: &Value, depth: usize) -> Value {
            match value {
                Value::Object(object) => match object.get("$ref").and_then(Value::as_str) {
                    Some(name) if depth < 8 => {
                        let place = name.trim_start_matches("#/components");
                        put(components.pointer(place).unwrap_or(&Value::Null), components, depth + 1)
                    }
                    _ => object.iter().map(|(k, v)| (k.clone(), put(v, components, depth))).collect(),
                },
                Value::Array(list) => list.iter().map(|value| put(value, components, depth)).collect(),
                other => other.clone(),
            }
        }
        put(schema, &self.closed, 0)
    }
}

/// Closes every object that lists its fields and does not say that there may be others.
fn shut(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            let lists = object.get("type").is_some_and(|kind| kind == "object")
                && object
                    .get("properties")
                    .and_then(Value::as_object)
                    .is_some_and(|fields| !fields.is_empty());
            let mut object: Map<_, _> = object.into_iter().map(|(name, value)| (name, shut(value))).collect();
            if lists {
                object.entry("additionalProperties").or_insert(Value::Bool(false));
            }
            Value::Object(object)
        }
        Value::Array(list) => list.into_iter().map(shut).collect(),
        other => other,
    }
}

fn read(mime: &str, body: &str, schema: &Value) -> Option<Value> {
    match mime {
        "application/json" => serde_json::from_str(body).ok(),
        "application/x-www-form-urlencoded" => Some(
            url::form_urlencoded::parse(body.as_bytes()).into_owned().map(|(k, v)| (k, json!(v))).collect(),
        ),
        "text/plain" => Some(json!(body)),
        "application/xml" => {
            let document = roxmltree::Document::parse(body).ok()?;
            Some(element(document.root_element(), schema))
        }
        _ => None,
    }
}

/// An element as its schema would have it in JSON: attributes and children by their names, lists where the schema has them.
fn element(node: roxmltree::Node<'_, '_>, schema: &Value) -> Value {
    let schema = if schema["type"] == "array" { &schema["items"] } else { schema };
    if schema["type"] == "string" {
        return json!(node.text().unwrap_or_default());
    }
    let mut object: Map<_, _> =
        node.attributes().map(|attribute| (attribute.name().to_owned(), json!(attribute.value()))).collect();
    let mut children = node.children().filter(roxmltree::Node::is_element).peekable();
    if children.peek().is_none() && schema["properties"]["#text"].is_object() {
        object.insert("#text".into(), json!(node.text().unwrap_or_default()));
    }
    for child in children {
        let name = child.tag_name().name();
        let wanted = &schema["properties"][name];
        let value = element(child, wanted);
        match object.get_mut(name) {
            Some(Value::Array(list)) => list.push(value),
            None if wanted["type"] == "array" => drop(object.insert(name.into(), json!([value]))),
            // Twice where once is allowed: a list where none is expected.
            Some(other) => *other = json!([other.clone(), value]),
            None => drop(object.insert(name.into(), value)),
        }
    }
    Value::Object(object)
}
