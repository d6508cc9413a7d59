//! JSON whose names stand in the order in which they were written, which `serde_json`'s own values do not keep.

use std::fmt;
use std::ops::Index;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One value with all that is in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Tree {
    /// Names with their values.
    Object(IndexMap<String, Tree>),
    /// Values.
    List(Vec<Tree>),
    /// A text, a number, true, false or nothing.
    Leaf(Value),
}

/// What is not there.
static NOTHING: Tree = Tree::Leaf(Value::Null);

impl Tree {
    /// An object of these.
    pub fn object<N: Into<String>>(members: impl IntoIterator<Item = (N, Self)>) -> Self {
        Self::Object(members.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }

    /// What an object holds; nothing of anything else.
    pub fn members(&self) -> impl Iterator<Item = (&str, &Self)> {
        let members = if let Self::Object(members) = self { Some(members) } else { None };
        members.into_iter().flatten().map(|(name, value)| (name.as_str(), value))
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
        if let Self::Object(members) = self { members.get(name).unwrap_or(&NOTHING) } else { &NOTHING }
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
