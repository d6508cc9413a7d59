//! Reads a Rust file as Rust: what it declares, imports, names and writes down. What stands under `#[cfg(test)]` is left
//! out, but for its functions, which are measured like all others.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Spacing, TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// What a file says.
#[derive(Default)]
pub struct Code {
    /// Its modules, in the order in which it lists them.
    pub children: Vec<String>,
    /// What it defines itself.
    pub items: BTreeSet<String>,
    /// What it brings in.
    pub imports: Vec<Import>,
    /// Every path of at least two names, also within macros.
    pub paths: Vec<Named>,
    /// All functions, also those of its tests.
    pub functions: Vec<Function>,
    /// Every text in quotes.
    pub literals: Vec<Literal>,
    /// Its structs.
    pub structs: Vec<Struct>,
    /// Methods of its own types, and of its traits.
    pub methods: BTreeSet<String>,
    /// Methods that it adds to types of other files.
    pub lent: BTreeSet<String>,
    /// Methods that it calls on `self`, and where.
    pub calls: BTreeMap<String, usize>,
    /// Types that are made by parsing: with a `parse`, or from a text or another type that may not fit.
    pub parsed: BTreeSet<String>,
    /// The templates of its views.
    pub templates: Vec<String>,
    /// Its tests, from line to line.
    pub tests: Vec<(usize, usize)>,
    /// Calls of `unwrap` and `expect` outside its tests.
    pub panics: usize,
}

/// A `use`.
pub struct Import {
    /// The name here; `*` for everything.
    pub name: String,
    /// What it stands for.
    pub path: Vec<String>,
    /// Whether others see it from here.
    pub public: bool,
    /// Where.
    pub line: usize,
}

/// A path.
pub struct Named {
    /// Its names.
    pub path: Vec<String>,
    /// Where.
    pub line: usize,
}

/// A function.
pub struct Function {
    /// Its name.
    pub name: String,
    /// From the line that names it to the one that closes it.
    pub lines: usize,
    /// Whether it can be called from outside its file, and awaited: what a handler is.
    pub public_async: bool,
}

/// A text in quotes.
pub struct Literal {
    /// The text.
    pub text: String,
    /// Whether it is told to the database.
    pub sql: bool,
    /// Where.
    pub line: usize,
}

/// A struct.
pub struct Struct {
    /// Its name.
    pub name: String,
    /// Whether it can be named outside its file.
    pub public: bool,
    /// What it derives.
    pub derives: BTreeSet<String>,
    /// Whether others can fill a field.
    pub open: bool,
}

impl Code {
    /// Reads a file.
    pub fn read(file: &str, text: &str) -> Self {
        let tree = syn::parse_file(text).unwrap_or_else(|error| panic!("{file} is no Rust: {error}"));
        let types = tree.items.iter().filter_map(|item| match item {
            syn::Item::Struct(item) => Some(item.ident.to_string()),
            syn::Item::Enum(item) => Some(item.ident.to_string()),
            _ => None,
        });
        let mut reader = Reader { own: types.collect(), ..Reader::default() };
        reader.visit_file(&tree);
        reader.code
    }
}

#[derive(Default)]
struct Reader {
    code: Code,
    /// Its types.
    own: BTreeSet<String>,
    /// How many modules within the file deep.
    inner: usize,
    in_tests: bool,
    in_function: bool,
    to_database: bool,
}

impl Reader {
    fn name(&mut self, mut path: Vec<String>, line: usize) {
        // `super` of a module within the file is the file itself.
        for _ in 0..self.inner {
            if path.first().is_some_and(|first| first == "super") {
                path.remove(0);
            }
        }
        if path.len() > 1 && !self.in_tests {
            self.code.paths.push(Named { path, line });
        }
    }

    fn call(&mut self, method: &syn::Ident, of_itself: bool) {
        if self.in_tests {
            return;
        }
        self.code.panics += usize::from(method == "unwrap" || method == "expect");
        if of_itself {
            self.code.calls.entry(method.to_string()).or_insert(method.span().start().line);
        }
    }

    fn literal(&mut self, text: String, line: usize) {
        if !self.in_tests {
            self.code.literals.push(Literal { text, sql: self.to_database, line });
        }
    }

    fn function(&mut self, vis: Option<&syn::Visibility>, sig: &syn::Signature, block: &syn::Block) {
        let (first, last) = (sig.fn_token.span.start().line, block.brace_token.span.close().end().line);
        let public = vis.is_some_and(|vis| !matches!(vis, syn::Visibility::Inherited));
        self.code.functions.push(Function {
            name: sig.ident.to_string(),
            lines: last + 1 - first,
            public_async: public && sig.asyncness.is_some() && !self.in_tests,
        });
    }

    /// Reads what only tests see as such.
    fn apart(&mut self, attributes: &[syn::Attribute], last: usize, read: impl FnOnce(&mut Self)) {
        let test = attributes.iter().find(|attribute| is_test(attribute));
        if let Some(test) = test.filter(|_| !self.in_tests) {
            self.code.tests.push((test.pound_token.span.start().line, last));
            self.in_tests = true;
            read(self);
            self.in_tests = false;
        } else {
            read(self);
        }
    }

    fn import(&mut self, tree: &syn::UseTree, before: &[String], public: bool) {
        let with = |last: &syn::Ident| [before, &[last.to_string()]].concat();
        let (name, path, line) = match tree {
            syn::UseTree::Path(more) => return self.import(&more.tree, &with(&more.ident), public),
            syn::UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.import(tree, before, public));
            }
            syn::UseTree::Name(last) if last.ident == "self" => {
                (before.last().cloned().unwrap_or_default(), before.to_vec(), last.ident.span().start().line)
            }
            syn::UseTree::Name(last) => {
                (last.ident.to_string(), with(&last.ident), last.ident.span().start().line)
            }
            syn::UseTree::Rename(last) => {
                (last.rename.to_string(), with(&last.ident), last.ident.span().start().line)
            }
            syn::UseTree::Glob(glob) => ("*".to_owned(), before.to_vec(), glob.star_token.span.start().line),
        };
        if !self.in_tests {
            self.code.imports.push(Import { name, path, public, line });
        }
    }

    /// What a macro is given: paths, texts, and calls of methods.
    fn tokens(&mut self, tokens: &TokenStream) {
        let all: Vec<TokenTree> = tokens.clone().into_iter().collect();
        let mut path: Vec<String> = Vec::new();
        let (mut line, mut colons) = (0, 0);
        for (at, token) in all.iter().enumerate() {
            match token {
                TokenTree::Ident(ident) => {
                    if colons < 2 {
                        self.name(std::mem::take(&mut path), line);
                        line = ident.span().start().line;
                    }
                    path.push(ident.to_string());
                    colons = 0;
                    continue;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' && !path.is_empty() => {
                    colons = if colons == 1 || punct.spacing() == Spacing::Joint { colons + 1 } else { 0 };
                    if colons > 0 {
                        continue;
                    }
                }
                TokenTree::Punct(_) => {}
                TokenTree::Group(group) => {
                    if let [.., before, TokenTree::Punct(dot), TokenTree::Ident(method)] = &all[..at]
                        && dot.as_char() == '.'
                    {
                        self.call(method, matches!(before, TokenTree::Ident(of) if of == "self"));
                    }
                    self.tokens(&group.stream());
                }
                TokenTree::Literal(literal) => {
                    if let syn::Lit::Str(text) = syn::Lit::new(literal.clone()) {
                        self.literal(text.value(), text.span().start().line);
                    }
                }
            }
            self.name(std::mem::take(&mut path), line);
            colons = 0;
        }
        self.name(path, line);
    }

    fn structure(&mut self, item: &syn::ItemStruct) {
        let mut derives = BTreeSet::new();
        for attribute in item.attrs.iter().filter(|attribute| attribute.path().is_ident("derive")) {
            let _ = attribute.parse_nested_meta(|meta| {
                derives.extend(meta.path.segments.last().map(|last| last.ident.to_string()));
                Ok(())
            });
        }
        for attribute in item.attrs.iter().filter(|attribute| attribute.path().is_ident("template")) {
            let _ = attribute.parse_nested_meta(|meta| {
                let value = meta.value()?.parse::<syn::Expr>()?;
                if let (true, syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(path), .. })) =
                    (meta.path.is_ident("path"), value)
                {
                    self.code.templates.push(path.value());
                } else if meta.path.is_ident("source") {
                    self.code.templates.push("(a template inside the code)".to_owned());
                }
                Ok(())
            });
        }
        let open = item.fields.iter().any(|field| !matches!(field.vis, syn::Visibility::Inherited));
        let public = !matches!(item.vis, syn::Visibility::Inherited);
        self.code.structs.push(Struct { name: item.ident.to_string(), public, derives, open });
    }

    fn implementation(&mut self, item: &syn::ItemImpl) {
        let syn::Type::Path(of) = &*item.self_ty else { return };
        let Some(of) = of.path.segments.last().map(|last| last.ident.to_string()) else { return };
        let methods = item.items.iter().filter_map(|item| match item {
            syn::ImplItem::Fn(function) => Some(function.sig.ident.to_string()),
            _ => None,
        });
        // A trait says where its methods are found; a type's own may stand anywhere.
        if self.own.contains(&of) || item.trait_.is_some() {
            self.code.methods.extend(methods);
        } else {
            self.code.lent.extend(methods);
        }
        let by_trait = item.trait_.as_ref().is_some_and(|of| {
            of.0.segments.last().is_some_and(|last| last.ident == "FromStr" || last.ident == "TryFrom")
        });
        let by_itself = item.trait_.is_none() && item.items.iter().any(makes);
        if by_trait || by_itself {
            self.code.parsed.insert(of);
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let (attributes, name, last) = outline(item);
        self.apart(attributes, last, |reader| {
            if reader.in_tests || reader.inner > 0 || reader.in_function {
                return visit::visit_item(reader, item);
            }
            reader.code.items.extend(name);
            match item {
                syn::Item::Struct(item) => reader.structure(item),
                syn::Item::Impl(item) => reader.implementation(item),
                syn::Item::Trait(item) => {
                    reader.code.methods.extend(item.items.iter().filter_map(|item| match item {
                        syn::TraitItem::Fn(function) => Some(function.sig.ident.to_string()),
                        _ => None,
                    }))
                }
                _ => {}
            }
            visit::visit_item(reader, item);
        });
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.content.is_none() && !self.in_tests {
            self.code.children.push(item.ident.to_string());
        }
        self.inner += 1;
        visit::visit_item_mod(self, item);
        self.inner -= 1;
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let public = !matches!(item.vis, syn::Visibility::Inherited);
        self.import(&item.tree, &[], public);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(Some(&item.vis), &item.sig, &item.block);
        let outside = std::mem::replace(&mut self.in_function, true);
        visit::visit_item_fn(self, item);
        self.in_function = outside;
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        let last = item.block.brace_token.span.close().end().line;
        self.apart(&item.attrs, last, |reader| {
            reader.function(Some(&item.vis), &item.sig, &item.block);
            let outside = std::mem::replace(&mut reader.in_function, true);
            visit::visit_impl_item_fn(reader, item);
            reader.in_function = outside;
        });
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(None, &item.sig, block);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let line = path.segments.first().map_or(0, |first| first.ident.span().start().line);
        self.name(names, line);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        let outside = self.to_database;
        self.to_database |= item.path.segments.last().is_some_and(|last| to_database(&last.ident));
        self.tokens(&item.tokens);
        self.to_database = outside;
        visit::visit_macro(self, item);
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        let outside = self.to_database;
        if let syn::Expr::Path(called) = &*call.func {
            self.to_database |= called.path.segments.last().is_some_and(|last| to_database(&last.ident));
        }
        visit::visit_expr_call(self, call);
        self.to_database = outside;
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let of_itself = matches!(&*call.receiver, syn::Expr::Path(of) if of.path.is_ident("self"));
        self.call(&call.method, of_itself);
        visit::visit_expr_method_call(self, call);
    }

    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.literal(text.value(), text.span().start().line);
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if attribute.path().is_ident("doc") {
            return;
        }
        if let syn::Meta::List(list) = &attribute.meta {
            self.tokens(&list.tokens);
            // `with = "crate::…"` names a path in quotes.
            for text in texts(&list.tokens) {
                let path = text.split("::").map(ToOwned::to_owned).collect::<Vec<_>>();
                if path.iter().all(|name| {
                    syn::parse_str::<syn::Ident>(name).is_ok() || name == "crate" || name == "super"
                }) {
                    self.name(path, attribute.pound_token.span.start().line);
                }
            }
        }
        visit::visit_attribute(self, attribute);
    }
}

/// `parse`, from what is no such thing yet.
fn makes(item: &syn::ImplItem) -> bool {
    let syn::ImplItem::Fn(function) = item else { return false };
    function.sig.ident == "parse" && !matches!(function.sig.inputs.first(), Some(syn::FnArg::Receiver(_)))
}

/// `sqlx::query!` and its kin, as macros and as functions.
fn to_database(name: &syn::Ident) -> bool {
    let name = name.to_string();
    name.starts_with("query") || name == "raw_sql" || name == "AssertSqlSafe"
}

fn is_test(attribute: &syn::Attribute) -> bool {
    let syn::Meta::List(list) = &attribute.meta else { return attribute.path().is_ident("test") };
    let words: Vec<String> = list.tokens.clone().into_iter().map(|token| token.to_string()).collect();
    list.path.is_ident("cfg") && words == ["test"]
}

fn texts(tokens: &TokenStream) -> Vec<String> {
    let literals = tokens.clone().into_iter().filter_map(|token| match token {
        TokenTree::Literal(literal) => Some(syn::Lit::new(literal)),
        _ => None,
    });
    literals.filter_map(|lit| if let syn::Lit::Str(text) = lit { Some(text.value()) } else { None }).collect()
}

/// An item's attributes, its name, and its last line where tests are counted by it.
fn outline(item: &syn::Item) -> (&[syn::Attribute], Option<String>, usize) {
    let named = |ident: &syn::Ident| (Some(ident.to_string()), ident.span().end().line);
    let (attributes, (name, last)) = match item {
        syn::Item::Const(item) => (&item.attrs, named(&item.ident)),
        syn::Item::Enum(item) => (&item.attrs, named(&item.ident)),
        syn::Item::Fn(item) => {
            let last = item.block.brace_token.span.close().end().line;
            (&item.attrs, (Some(item.sig.ident.to_string()), last))
        }
        syn::Item::Impl(item) => (&item.attrs, (None, item.brace_token.span.close().end().line)),
        syn::Item::Macro(item) => (&item.attrs, (item.ident.as_ref().map(ToString::to_string), 0)),
        // A module of the file's own counts as what stands in it; one of another file is no item of this one.
        syn::Item::Mod(item) => {
            let inner = item.content.as_ref();
            let last = inner.map_or(item.ident.span().end().line, |(brace, _)| brace.span.close().end().line);
            (&item.attrs, (inner.map(|_| item.ident.to_string()), last))
        }
        syn::Item::Static(item) => (&item.attrs, named(&item.ident)),
        syn::Item::Struct(item) => (&item.attrs, named(&item.ident)),
        syn::Item::Trait(item) => (&item.attrs, named(&item.ident)),
        syn::Item::Type(item) => (&item.attrs, named(&item.ident)),
        syn::Item::Union(item) => (&item.attrs, named(&item.ident)),
        syn::Item::Use(item) => (&item.attrs, (None, item.semi_token.span.end().line)),
        _ => return (&[], None, 0),
    };
    (attributes, name, last)
}
