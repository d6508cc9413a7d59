//! JSON whose names stand in the order in which they were written, which `serde_json`'s own values do not keep.

use std::fmt;
use std::ops::Index;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

/// One value with all that is in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Tree {
    /// Names with their values.
    Object(Members),
    /// Values.
    List(Vec<Tree>),
    /// A text, a number, true, false or nothing.
    Leaf(Value),
}

/// What is in an object, as it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Members(Vec<(String, Tree)>);

/// What is not there.
static NOTHING: Tree = Tree::Leaf(Value::Null);

impl Tree {
    /// An object of these.
    pub fn object<N: Into<String>>(members: impl IntoIterator<Item = (N, Self)>) -> Self {
        Self::Object(Members(members.into_iter().map(|(name, value)| (name.into(), value)).collect()))
    }

    /// What an object holds; nothing of anything else.
    pub fn members(&self) -> impl Iterator<Item = (&str, &Self)> {
        let members = if let Self::Object(Members(all)) = self { all.as_slice() } else { &[] };
        members.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// What a list holds; nothing of anything else.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// What is at the end of a way of names.
    #[must_use]
    pub fn at(&self, way: &[&str]) -> &Self {
        way.iter().fold(self, |tree, name| &tree[*name])
    }

    /// A text.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::Leaf(Value::String(text)) = self { Some(text) } else { None }
    }

    /// Whether it is a true.
    #[must_use]
    pub fn is_true(&self) -> bool {
        matches!(self, Self::Leaf(Value::Bool(true)))
    }

    /// The text, or nothing.
    #[must_use]
    pub fn text(&self) -> String {
        self.as_str().unwrap_or_default().to_owned()
    }
}

impl Index<&str> for Tree {
    type Output = Self;

    /// A member of an object; null where there is none.
    fn index(&self, name: &str) -> &Self {
        self.members().find(|(known, _)| *known == name).map_or(&NOTHING, |(_, value)| value)
    }
}

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Self::Leaf(text.into())
    }
}

/// Indented, as `serde_json` indents.
impl fmt::Display for Tree {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&serde_json::to_string_pretty(self).map_err(|_| fmt::Error)?)
    }
}

impl Serialize for Members {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(InOrder)
    }
}

struct InOrder;

impl<'de> Visitor<'de> for InOrder {
    type Value = Members;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Members, A::Error> {
        let mut all = Vec::new();
        while let Some(member) = members.next_entry()? {
            all.push(member);
        }
        Ok(Members(all))
    }
}
