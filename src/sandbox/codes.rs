//! Every E and W code of the Barcode API: what it says, and what brings it about. Which codes there are, and what families of
//! them mean, is published (developer.post.ch, 8.14.1); of E1001 to E1007, E1012, E1015, E2024, E2029, E2040, E2043 and E2044
//! only the family is, so that the occasion of each of these is ours.

/// A code, what it says, and what brings it about by itself; nothing where only a magic value does.
pub const ALL: [(&str, &str, &str); 57] = [
    ("E1000", "Economy and Priority exclude each other", "`ECO` and `PRI` in one `przl`"),
    (
        "E1001",
        "there is no room on this layout for so many services",
        "with codes of their own two on A7, four on A6, six on A5",
    ),
    (
        "E1002",
        "there is no room on this layout for so many delivery instructions",
        "one `ZAW` on A7, three on A6, five on A5",
    ),
    ("E1003", "a service is asked for twice", "`SI` twice"),
    ("E1004", "this service is not to be had with Economy", "`COLD` or `SA` with `ECO`"),
    ("E1005", "bulky goods are not sorted by hand with Economy", "`ECO`, `SP` and `MAN`"),
    ("E1006", "Saturday and evening exclude each other", "`SA` and `AZS`"),
    ("E1007", "a delivery instruction is given twice", "`ZAW3213` twice"),
    ("E1008", "a service that is not known", "`FAST` in `przl`"),
    ("E1009", "nothing is ordered", "an empty `przl`, or none"),
    ("E1011", "this layout is for letters", "the `labelLayout` FE"),
    ("E1012", "no basic service", "`SI` without `ECO` or `PRI`"),
    ("E1013", "a layout that is not known", "the `labelLayout` A4"),
    ("E1015", "a delivery instruction that is not known", "`ZAW3299`: they are 3211 to 3234"),
    ("E2001", "the address is not whole", "a `recipient` without a street, a PO box or lines of its own"),
    ("E2002", "the home post office is missing", "no `domicilePostOffice`"),
    ("E2009", "the franking licence is missing", "a blank `frankingLicense`"),
    ("E2011", "a consignment number is from 1 to 99999999", "the `itemNumber` 0"),
    ("E2012", "a file format that is not known", "the `imageFileType` BMP"),
    ("E2013", "200, 300 or 600 dots per inch", "the `imageResolution` 150"),
    ("E2016", "the consignment number was used before", "an `itemNumber` a second time"),
    ("E2017", "the sender's address is not whole", "a blank field in `customer`"),
    ("E2018", "the logo cannot be read, or has more than 50 KB", "a `logo` that is no base64"),
    ("E2019", "a logo is a GIF, PNG or JPG", "the `logoFormat` BMP, or none"),
    (
        "E2024",
        "the logo is not of the format that is named",
        "a `logo` with other first bytes than its `logoFormat`",
    ),
    ("E2026", "the franking licence is not allowed", "a licence that ends in 2026"),
    ("E2027", "a franking licence has 4 letters and digits, or 6 or 8 digits", "the licence 12345"),
    ("E2028", "a country is two letters", "the `country` C1"),
    (
        "E2029",
        "this notification is not to be had with Economy",
        "a notification with the `service` 128 or 256, and `ECO`",
    ),
    ("E2032", "a parcel within the country has a postcode", "no `zip`"),
    ("E2033", "a postcode is digits", "the `zip` 50OO"),
    ("E2034", "a postcode that is not known", "the `zip` 50000"),
    ("E2036", "a parcel has 30000 grams at most", "the `weight` 30001"),
    ("E2037", "a weight is more than nothing", "the `weight` 0"),
    (
        "E2040",
        "this notification wants a service that is not ordered",
        "a notification with the `service` 256 without `SA`, or 128 without `ZAW3233`",
    ),
    ("E2041", "an e-mail address that cannot be", "an `email` without an @"),
    ("E2042", "a number is 10 to 20 digits and blanks", "letters in `mobile` or `phone`"),
    (
        "E2043",
        "delivery instructions are offered by e-mail only",
        "`deliveryInstructions` in a notification of the `type` SMS",
    ),
    (
        "E2044",
        "a delivery instruction is given, and offered at the same time",
        "a `ZAW` in `przl`, and `deliveryInstructions` in a notification",
    ),
    ("E2045", "an item's ID is letters, digits, _, - and +", "an `itemID` with a blank"),
    ("E2047", "a notification without the address of its type", "the `type` SMS and no `mobile`"),
    ("E2064", "two to five label lines", "one `labelLine`"),
    (
        "E2066",
        "a service that is not available at this address",
        "`RMP`, `SA`, `SP`, `BLN` or `LQ` to a pick-up point",
    ),
    ("E9993", "the service is in trouble", ""),
    ("E9994", "the service is in trouble", ""),
    ("E9995", "the service is in trouble", ""),
    ("E9996", "the service is in trouble that lasts", ""),
    ("E9997", "the service is in trouble", ""),
    ("E9998", "the service is in trouble that lasts", ""),
    ("E9999", "the service is out of order for the moment", ""),
    ("W2011", "P.P. is ignored for this basic service", "`ppFranking`"),
    (
        "W2016",
        "there was no room for the title",
        "seven lines of an address on A7, or on A6 with two `ZAW`; the free text is one of them",
    ),
    ("W2017", "there was no room for the address suffix", "eight lines there"),
    (
        "W2018",
        "a line of the sender was shortened",
        "more than 25 characters on it, or 20 in ZPL2 with two `ZAW`",
    ),
    ("W2019", "there was no room for name 3", "nine lines there: a `pobox` beside the street"),
    ("W2020", "there was no room for the free text", "a `freeText` and five `labelLine` there"),
    ("W2021", "there was no room for all label lines", "six `labelLine`"),
];

/// What a code says.
#[must_use]
pub fn words(code: &str) -> &'static str {
    ALL.iter().find(|(known, ..)| *known == code).map_or("", |(_, words, _)| words)
}

/// Whether a code stands beside a label instead of in its place.
#[must_use]
pub fn is_warning(code: &str) -> bool {
    code.starts_with('W')
}
