## Every page

skip = Zum Inhalt
demo = Demonstrations-Shop. Nichts wird verkauft, nichts wird verschickt.
categories = Sortiment
category-kitchen = Küche
category-larder = Vorrat
category-outdoors = Draussen
category-winter = Winter
category-children = Kinder
language = Sprache
footer-nav = Rechtliches
footer-line = Gutes aus den Alpen. Eine Vorlage für Shops mit PickPost und My Post 24.
back = Zurück
continue = Weiter
change = Ändern
problems-title = Bitte prüfen Sie Ihre Angaben
problems-prefix = Fehler:

## Days and months

day-monday = Montag
day-tuesday = Dienstag
day-wednesday = Mittwoch
day-thursday = Donnerstag
day-friday = Freitag
day-saturday = Samstag
day-sunday = Sonntag
day-mo = Mo
day-tu = Di
day-we = Mi
day-th = Do
day-fr = Fr
day-sa = Sa
day-su = So
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
date-long = { $weekday }, { $day }
span-seconds = { $n ->
    [one] { $n } Sekunde
   *[other] { $n } Sekunden
 }
span-minutes = { $n ->
    [one] { $n } Minute
   *[other] { $n } Minuten
 }

## Errors outside a form

error-home = Zur Startseite
error-basket = Zum Warenkorb
error-not-found-title = Diese Seite gibt es nicht
error-not-found-text = Vielleicht ist die Adresse unvollständig, oder der Artikel ist nicht mehr da.
error-stale-title = Diese Seite ist zu alt
error-stale-text = Seit sie geöffnet wurde, hat eine neue Sitzung begonnen. Bestellt wurde nichts. Bitte laden Sie die Seite neu und senden Sie das Formular noch einmal.
error-foreign-title = Das kam von einer anderen Website
error-foreign-text = Zu Ihrem Schutz nehmen wir nur Formulare von unseren eigenen Seiten an.
error-conflict-title = Etwas ist dazwischengekommen
error-conflict-text = Die Angaben wurden in einem anderen Fenster geändert, oder etwas ist noch nicht bereit. Verloren ist nichts: Gehen Sie zurück und laden Sie die Seite neu.
error-method-title = Diese Anfrage passt hier nicht
error-method-text = Diese Adresse nimmt solche Anfragen nicht an.
error-too-large-title = Das ist zu viel
error-too-large-text = Das Formular ist grösser, als wir annehmen. Bitte kürzen Sie die Eingaben.
error-too-many-title = Das war viel auf einmal
error-too-many-text = Bitte warten Sie einen Moment und versuchen Sie es dann noch einmal. Verloren ist nichts.
error-unreadable-title = Das konnten wir nicht lesen
error-unreadable-text = Die Anfrage ist unvollständig oder widersprüchlich. Bitte gehen Sie zurück und versuchen Sie es noch einmal.
error-unavailable-title = Einen Moment, bitte
error-unavailable-text = Wir erreichen unsere Daten gerade nicht. Verloren ist nichts: Was Sie bisher eingegeben und bestellt haben, ist sicher. Bitte versuchen Sie es in ein paar Sekunden noch einmal.
error-busy-title = Gerade ist sehr viel los
error-busy-text = Verloren ist nichts. Bitte versuchen Sie es in ein paar Sekunden noch einmal.
error-unsupported-title = Diese Art von Anfrage können wir nicht lesen
error-unsupported-text = Wir nehmen Formulare so an, wie Browser sie senden: unverpackt, nicht komprimiert.
error-too-slow-title = Das hat zu lange gedauert
error-too-slow-text = Die Anfrage ist nicht rechtzeitig angekommen. Geändert wurde nichts. Bitte senden Sie das Formular noch einmal.
error-other-host-title = Dieser Shop hat eine andere Adresse
error-other-host-text = Unter diesem Namen gibt es hier nichts. Bitte verwenden Sie die Adresse des Shops.
error-internal-title = Da ist uns ein Fehler passiert
error-internal-text = Es liegt nicht an Ihnen. Ihr Warenkorb ist noch da. Bitte versuchen Sie es in einer Minute noch einmal.

## Fields and what can be wrong with them

field-title = Anrede
field-first-name = Vorname
field-last-name = Nachname
field-company = Firma
field-company-optional = Firma (freiwillig)
field-street = Strasse
field-house-number = Nr.
field-address-extra = Adresszusatz
field-address-extra-optional = Adresszusatz (freiwillig)
field-postcode = PLZ
field-town = Ort
field-country = Land
field-email = E-Mail
field-phone = Telefon
field-phone-optional = Telefon (freiwillig, nur für Fragen zur Bestellung)
field-phone-mobile = Mobilnummer
field-card-number = Nummer der Demo-Karte
field-password = Passwort
title-ms = Frau
title-mr = Herr
title-none = Keine Anrede
country-ch = Schweiz
country-li = Liechtenstein
fault-missing = Bitte ausfüllen: { $field }
fault-missing-first-name = Geben Sie den Vornamen ein
fault-missing-last-name = Geben Sie den Nachnamen ein
fault-missing-street = Geben Sie die Strasse ein
fault-missing-postcode = Geben Sie die Postleitzahl ein
fault-missing-town = Geben Sie den Ort ein
fault-missing-email = Geben Sie die E-Mail-Adresse ein
fault-missing-phone = Geben Sie die Mobilnummer ein
fault-form = Bitte prüfen: { $field }
fault-form-postcode = Die Postleitzahl hat vier Ziffern, zum Beispiel 8001
fault-form-email = So sieht eine E-Mail-Adresse aus: name@example.ch
fault-form-phone = So sieht eine Telefonnummer aus: 079 123 45 67
fault-form-country = Wir liefern in die Schweiz und nach Liechtenstein
fault-too-long = Höchstens { $max } Zeichen, so breit ist eine Zeile der Etikette
fault-character = Das Zeichen { $character } kann auf der Etikette nicht gedruckt werden
fault-control-character = Hier steht ein unsichtbares Steuerzeichen: Bitte tippen Sie die Zeile neu
fault-pick-up-keyword = Das ist die Adresse einer Abholstelle. Hier gehört Ihre eigene Adresse hin; an die Abholstelle liefern wir gern: Wählen Sie sie aus der Liste.
guide-to-point = Abholstelle auswählen

## Goods and basket

home-title = Gutes aus den Alpen.
home-lead = { $n } Dinge, gut gemacht. Nach Hause, oder an eine von 2700 Abholstellen in Ihrer Nähe.
home-look = Umsehen
home-everything = Alles
home-count = { $n ->
    [one] { $n } Artikel
   *[other] { $n } Artikel
 }
product-fits-locker = Passt ins Schliessfach
product-no-locker = Nicht für Schliessfächer
product-sold-out-short = Ausverkauft
product-sold-out = Dieser Artikel ist ausverkauft.
product-few-left = { $n ->
    [one] Nur noch { $n } Stück
   *[other] Nur noch { $n } Stück
 }
product-vat = inkl. { $x } % MWST
product-add = In den Warenkorb
product-size = Verpackt
product-weight = Gewicht
product-delivery = Lieferung
product-delivery-all = Nach Hause, an einen Schalter (PickPost) oder in ein Schliessfach (My Post 24)
product-delivery-some = Zu gross oder zu schwer für ein Schliessfach; was sonst geht, zeigt der Schritt Lieferung
quantity = Anzahl
quantity-wrong = Geben Sie eine Zahl von 1 bis 99 ein
quantity-not-enough = Nicht genug an Lager: Es gibt noch { $n }, mitgezählt, was schon im Warenkorb liegt
basket-title = Warenkorb
basket-count = { $n ->
    [one] Artikel
   *[other] Artikel
 }
basket-empty = Noch liegt nichts darin.
basket-update = Mengen übernehmen
basket-quantity-of = Anzahl: { $x }
basket-remove = { $x } entfernen
basket-quantity-wrong = Geben Sie eine Zahl von 0 bis { $n } ein
basket-no-longer-available = Nicht mehr genug an Lager: Es gibt noch { $n }
basket-look-again = Eine Menge stimmt nicht
basket-delivery = Lieferung ab CHF 7.00 an eine Abholstelle, CHF 9.00 nach Hause.
basket-checkout = Zur Kasse
basket-not-orderable = Passen Sie zuerst die Mengen an.
basket-too-many = Von hier kamen gerade sehr viele neue Warenkörbe. Bitte versuchen Sie es in { $x } noch einmal.
summary-title = Ihre Bestellung
summary-goods = Artikel
summary-delivery = Lieferung
summary-delivery-from = ab 7.00
summary-total = Total
summary-vat = Darin MWST { $x } %: { $y }

## Checkout

steps = Schritte der Bestellung
step-of = Schritt { $x } von { $y }
step-address = Adresse
step-delivery = Lieferung
step-point = Abholstelle
step-collector = Wer holt ab
step-payment = Zahlung
step-review = Prüfen
address-title = Ihre Adresse
address-lead = Hierhin geht die Rechnung. Wohin wir liefern, fragen wir gleich.
delivery-question = Wohin dürfen wir liefern?
delivery-to-address = An eine Adresse
delivery-to-point = An eine Abholstelle
delivery-home = Nach Hause
delivery-other = An eine andere Adresse
delivery-other-hint = Freunde, Büro, Nachbarin
delivery-other-title = Die andere Adresse
delivery-pickpost = PickPost
delivery-my-post-24 = My Post 24
delivery-pickpost-hint = Am Schalter, mit Ausweis. { $n } Stellen
delivery-my-post-24-hint = Am Automaten, Tag und Nacht, mit QR-Code. { $n } Automaten
delivery-bill = Die Rechnung geht an die Adresse { $x }, was auch immer Sie hier wählen.
delivery-choose = Wählen Sie, wohin wir liefern
delivery-title = Lieferung: { $x }
delivery-arrives = Kommt an: { $x }
delivery-arrives-open = Kommt an: { $x }, geöffnet { $y }
delivery-arrives-always = Kommt an: { $x }, Tag und Nacht offen
misfit-too-long = { $name } misst { $cm } cm, erlaubt sind hier { $limit } cm
misfit-too-heavy = Das Paket wiegt { $x } kg, erlaubt sind hier { $y } kg
misfit-too-bulky = Alles zusammen ist zu gross für ein Paket an diesen Ort
point-title = Wählen Sie eine Abholstelle
point-search = PLZ, Ort, Strasse oder Bahnhof
point-search-button = Suchen
point-kind = Art
filter-title = Filter
filter-late = Bis 19 Uhr
filter-saturday = Samstag
filter-sunday = Sonntag
filter-step-free = Ohne Stufen
filter-always = Tag und Nacht
point-found = { $n ->
    [0] Keine Stelle gefunden
    [one] { $n } Stelle, gemessen ab { $x }
   *[other] { $n } Stellen, nach Distanz ab { $x } geordnet
 }
point-empty = Wo möchten Sie Ihr Paket abholen?
point-none = Zu «{ $x }» haben wir nichts gefunden
point-none-filtered = Keine Stelle passt zu allen Filtern: Entfernen Sie einen.
point-none-try = Versuchen Sie die Postleitzahl oder einen grösseren Ort in der Nähe.
point-alternatives = Gemeint war vielleicht:
point-hours = Öffnungszeiten
point-step-free = Ohne Stufen
point-choose-button = Wählen
point-chosen = Gewählt
point-pages = Seiten
point-next = Weiter
point-as-of = Stand der Daten: { $x }.
point-synthetic = Alle Stellen sind erfunden: keine wirklichen Standorte der Post.
point-choose = Wählen Sie eine Stelle aus der Liste
point-expired = Die Liste war zu lange offen. Bitte wählen Sie noch einmal.
point-foreign = Diese Auswahl gehört nicht zu Ihrem Warenkorb. Bitte wählen Sie aus der Liste.
point-gone = Diese Stelle gibt es nicht mehr. Bitte wählen Sie eine andere.
point-refused = { $x }: { $y }
point-closed = Geschlossen bis { $x } ({ $y })
hours-always = Tag und Nacht offen
hours-closed = geschlossen
hours-closed-door = Geschlossen
hours-open-until = Offen bis { $x }
hours-opens-today = Geschlossen, öffnet um { $x }
hours-opens = Geschlossen, öffnet { $x } { $y }
hours-on-arrival = Wenn Ihr Paket ankommt: { $x } { $y }
filter-open = Jetzt offen
filter-fits = Für mein Paket
filter-remove = entfernen
point-both = Beide
point-found-near = { $n ->
    [one] { $n } Stelle im Umkreis von { $reach } um { $x }, die nächste zuerst. Insgesamt { $all }.
   *[other] { $n } Stellen im Umkreis von { $reach } um { $x }, die nächste zuerst. Insgesamt { $all }.
 }
point-street-unknown = Diese Strasse kennen wir nicht: gemessen ab der Mitte von { $x }.
point-postcode-unknown = Die Postleitzahl { $x } kennen wir nicht; gemessen ab { $y }.
point-nowhere = Die Liste der Abholstellen ist gerade nicht verfügbar.
point-nowhere-try = Die Post antwortet nicht, und wir haben noch keine eigene Liste. Wir liefern gern nach Hause; oder versuchen Sie es in einigen Minuten noch einmal.
point-nowhere-home = Andere Lieferart wählen
point-used = Diese Liste ist nicht mehr aktuell: Ihre Bestellung ist inzwischen weiter. Bitte wählen Sie noch einmal.
point-closed-until = Geschlossen bis { $x }
point-closed-throughout = Geschlossen während der ganzen Abholfrist (bis { $x })
point-as-of-troubled = Die Post antwortet gerade nicht. Das ist die Liste vom { $x }.
point-remember = Diese Stelle auf diesem Gerät für die nächste Bestellung merken
point-forget = Gemerkte Stelle vergessen
last-point = Zuletzt gewählt
near-me = In meiner Nähe
near-denied = Ihr Standort ist nicht verfügbar. Bitte geben Sie einen Ort ein.
suggest-count = { $n ->
    [0] Keine Vorschläge
    [one] 1 Vorschlag
   *[other] # Vorschläge
 }
map = Karte
map-open = Karte anzeigen
map-skip = Karte überspringen
map-failed = Die Karte konnte nicht geladen werden. In der Liste steht alles.
map-zoom-in = Vergrössern
map-zoom-out = Verkleinern
map-cluster = # Stellen, vergrössern
map-close = Schliessen
map-here = Hier suchen
map-card = Auf der Karte ausgewählt
map-card-failed = Diese Stelle lässt sich gerade nicht anzeigen. Bitte laden Sie die Seite neu.
post-map-title = Standortsuche der Post
post-map-lead = Diese Suche kommt von der Post und verwendet eine Karte von Google. Wählen Sie darin eine Stelle; wir prüfen, ob sie Ihr Paket annimmt.
post-map-link = Auf der Karte der Post suchen
post-map-own = Zurück zu unserer Liste
post-map-picked = Auf der Karte der Post gewählt
post-map-unknown = Diese Stelle nimmt keine Pakete mit PickPost oder My Post 24 an. Bitte wählen Sie eine andere.
hours-waits = Ihr Paket wartet bis { $x }. Offene Tage in dieser Zeit: { $y }.
hours-closed-on-arrival = Geschlossen, wenn Ihr Paket ankommt ({ $x }); öffnet { $y }
holiday-new-year = Neujahr
holiday-berchtold = Berchtoldstag
holiday-epiphany = Heilige Drei Könige
holiday-candlemas = Mariä Lichtmess
holiday-republic = Ausrufung der Republik
holiday-joseph = Josefstag
holiday-good-friday = Karfreitag
holiday-easter-monday = Ostermontag
holiday-naefels = Näfelser Fahrt
holiday-labour = Tag der Arbeit
holiday-ascension = Auffahrt
holiday-whit-monday = Pfingstmontag
holiday-corpus-christi = Fronleichnam
holiday-jura = Fest der Unabhängigkeit
holiday-peter-paul = Peter und Paul
holiday-national = Bundesfeiertag
holiday-assumption = Mariä Himmelfahrt
holiday-nativity-of-mary = Mariä Geburt
holiday-geneva-fast = Genfer Bettag
holiday-fast-monday = Bettagsmontag
holiday-nicholas-of-flue = Bruder Klaus
holiday-all-saints = Allerheiligen
holiday-immaculate-conception = Mariä Empfängnis
holiday-christmas = Weihnachten
holiday-stephen = Stephanstag
holiday-restoration = Wiederherstellung der Republik
holiday-sechselaeuten = Sechseläuten
holiday-knabenschiessen = Knabenschiessen
collector-title = Wer holt ab?
collector-lead = Abholung bei { $x }.
bring-pickpost = Mitbringen: einen amtlichen Ausweis und die Sendungsnummer.
bring-my-post-24 = Mitbringen: den QR-Code, den die Post schickt.
collector-company = Eine Firma bestellt, ein Mensch holt ab: Nennen Sie die Person mit ihrer Privatadresse.
collector-who = Die Person mit dem Ausweis
collector-home-hint = Mit der Adresse, an der sie wohnt. Die Post prüft damit, wer abholt.
collector-how = Wann das Paket bereit ist
collector-notify = Die Post meldet es per
notify-email = E-Mail
notify-sms = SMS
collector-choose-notify = Wählen Sie E-Mail oder SMS
collector-asks-post = Mit «Weiter» senden wir Name, Wohnadresse und E-Mail oder Mobilnummer dieser Person an die Post und erhalten die Kundennummer für dieses Paket. Wer bei der Post noch nicht angemeldet ist, wird es dadurch. Nennen Sie nur jemanden, der einverstanden ist.
collects = Abholung durch { $x } ({ $y })
collect-until = Abholen bis { $x }; es gilt das Datum in der Nachricht der Post.
collector-too-many = Das waren viele Anfragen an die Post in kurzer Zeit. Ihre Angaben stehen noch da: Bitte versuchen Sie es in { $x } noch einmal.
news-given = Die Post hat, was sie braucht, um Ihr Paket auszuhändigen. Wer bei ihr noch nicht angemeldet war, ist es ab jetzt.
locker-check = Bevor ein Paket am Automaten abgeholt werden kann, prüft die Post unter Umständen einmalig die Identität. An einem PickPost-Schalter genügt ein amtlicher Ausweis.
locker-counter = PickPost in der Nähe wählen
news-to-confirm = Die Post antwortet gerade nicht. Sie können trotzdem bestellen: Wir fragen noch einmal nach, bevor wir das Paket verschicken.
payment-title = Wie möchten Sie bezahlen?
payment-invoice = Rechnung
payment-invoice-hint = QR-Rechnung, 30 Tage
payment-invoice-words = Rechnung mit QR-Code, 30 Tage
payment-card = Demo-Karte
payment-card-hint = Keine echte Karte eingeben
payment-card-words = Demo-Karte, endet auf { $x }
payment-free = gratis
payment-accepts = wird angenommen
payment-declines = wird abgelehnt
payment-choose = Wählen Sie, wie Sie bezahlen
payment-declined = Die Karte wurde abgelehnt. Ihre Bestellung ist noch da: Versuchen Sie eine andere oder wählen Sie Rechnung.
payment-no-demo-card = Nehmen Sie eine der beiden Demo-Nummern, keine echte Karte
review-title = Stimmt alles?
billing-title = Rechnungsadresse
review-label = Auf der Paketetikette
review-registered = Die zweite Zeile trägt die Kundennummer der Post für dieses Paket, damit sie melden kann, wann es bereit ist.
review-to-confirm = Die Kundennummer fehlt noch: Die Post antwortet nicht. Wir fragen nach, bevor wir verschicken, und sagen es Ihnen auf der Seite der Bestellung.
review-other-point = Andere Abholstelle
review-other-person = Andere Person
review-terms = Mit der Bestellung gelten die Bedingungen vom { $x }.
review-order-now = Jetzt bestellen · { $x }
review-changed = Warenkorb oder Angaben haben sich in der Zwischenzeit geändert. Unten steht der neue Stand; bestellt wurde noch nichts.
review-sold-out = Von einem Artikel sind inzwischen nicht mehr genug da. Passen Sie bitte den Warenkorb an; bestellt wurde nichts.
change-title = Das hat sich geändert
change-what = Angabe
change-was = Vorher
change-now = Neu
change-article = Artikel
change-name = Name des Artikels
change-quantity = Anzahl: { $x }
change-price = Preis: { $x }
change-vat = MWST-Satz: { $x }
change-gone = nicht mehr dabei
change-nothing = nichts
change-day = Kommt an
change-hours = Geöffnet an diesem Tag
change-goods = Alle Artikel zusammen
change-delivery-price = Lieferkosten
change-vat-sum = MWST { $x } %
change-user-id-known = bekannt
change-user-id-open = noch nicht bekannt
change-user-id-new = eine andere, von der Post
review-too-many = Von hier kamen gerade mehrere Bestellungen in kurzer Zeit. Bestellt wurde noch nichts, verloren ist auch nichts: Bitte bestellen Sie in { $x } noch einmal.

## The order

order-title = Bestellung { $x }
order-thanks = Danke, { $x }.
order-thanks-plain = Danke.
order-lead = Die Bestellung { $x } ist bei uns, für { $y }.
order-keep = Speichern Sie diese Seite als Lesezeichen: Nur wer ihre Adresse kennt, sieht die Bestellung.
stop-ordered = Bestellt
stop-packing = Wir packen
stop-on-its-way = Unterwegs
stop-ready = Bereit an der Abholstelle
stop-ready-when = { $x }. Die Post meldet es.
stop-delivered = Bei Ihnen
order-to-confirm = Die Post hat die Kundennummer noch nicht bestätigt. Wir fragen nach und verschicken das Paket erst dann. Sie müssen nichts tun.
order-bill-to = Rechnung an
order-collecting = Zum Abholen
order-name2 = Kundennummer für dieses Paket
order-ident = Sendungsnummer
order-post-tells = Die Post meldet sich automatisch, sobald das Paket bereit ist.
order-lines = Artikel
order-terms = Es gelten die Bedingungen vom { $x }.
order-bill = QR-Rechnung
order-bill-pdf = Rechnung als PDF
bill-title = Rechnung { $x }
bill-dates = { $x }, zahlbar bis { $y }
bill-vat-number = { $x } MWST
bill-delivery = Lieferung: { $x }
bill-more = und { $n } weitere
bill-demonstration = Demonstration: Bitte nicht bezahlen.

## Terms and imprint

terms-title = Bedingungen
terms-version = Fassung vom { $x }
terms-demo-title = Eine Demonstration
terms-demo = Dieser Shop zeigt, wie eine Bestellung mit PickPost und My Post 24 abläuft. Es entsteht kein Kaufvertrag, nichts wird geliefert, nichts ist zu bezahlen.
terms-price-title = Preise
terms-price = Alle Preise stehen in Schweizer Franken und enthalten die Mehrwertsteuer. Die Lieferung kostet CHF 7.00 an eine Abholstelle und CHF 9.00 an eine Adresse.
terms-delivery-title = Lieferung
terms-delivery = Was bis Mitternacht bestellt ist, geht am nächsten Arbeitstag zur Post und kommt am Arbeitstag darauf an. An einer Abholstelle wartet das Paket 15 Tage, in einem Automaten 7.
terms-payment-title = Zahlung
terms-payment = Auf Rechnung innert 30 Tagen oder mit der Demo-Karte. Beide Zahlungsarten sind kostenlos.
terms-law-title = Recht
terms-law = Es gilt schweizerisches Recht.
about-title = Impressum und Datenschutz
about-lead = murmel ist erfunden. Der Shop ist eine offene Vorlage: So lassen sich PickPost und My Post 24 in den Bestellvorgang einbinden.
about-imprint-title = Impressum
about-imprint = Firma, Adresse und Konto sind erfunden.
about-privacy-title = Datenschutz
about-privacy = Was Sie eintippen, bleibt auf dem Server dieses Shops: im Entwurf 24 Stunden nach der letzten Änderung, in der Bestellung so lange, wie die Demonstration läuft. Es gibt keine Werbung, keine Statistik und keine fremden Skripte.
about-privacy-post = Für eine Abholung gehen Name, Wohnadresse und E-Mail oder Mobilnummer der abholenden Person an die Post. In dieser Demonstration spielt ein Simulator die Post.
about-cookies = Ein einziges Cookie hält den Warenkorb zusammen. Es entsteht erst, wenn Sie etwas hineinlegen. Darin stehen die Nummer des Warenkorbs, wie viele Artikel darin liegen und ein Zufallscode gegen gefälschte Formulare, nichts über Sie; einen Tag nach der letzten Änderung gilt es nicht mehr. Nur auf Ihren Wunsch merkt sich ein zweites ein Jahr lang die gewählte Abholstelle.
about-limits = Gegen Missbrauch zählen wir, wie oft von einer Netzwerkadresse aus bestellt, gefragt oder ein Passwort versucht wird. Gespeichert wird nicht die Adresse, sondern ein Code, der sich ohne unseren Schlüssel keiner Adresse zuordnen lässt: für Stunden, bei der Anmeldung der Verwaltung bis zu einem Monat.
about-credits-title = Dank
about-credits-places = Orte
about-credits-pictures = Bilder
about-credits-fonts = Schriften

## Behind the counter

sign-in-title = Anmelden
sign-in = Anmelden
sign-out = Abmelden
sign-in-wrong = E-Mail oder Passwort stimmt nicht
sign-in-wait = Zu viele Versuche. In { $x } geht es wieder.
sign-in-busy = Gerade melden sich sehr viele gleichzeitig an. Bitte versuchen Sie es in ein paar Sekunden noch einmal.
password-title = Neues Passwort
password-printed = Dieses Passwort hat der erste Start ausgegeben; vielleicht steht es noch auf einem Bildschirm oder in einem Protokoll. Bitte wählen Sie ein eigenes.
password-today = Bisheriges Passwort
password-new = Neues Passwort
password-advice = Mindestens zehn Zeichen. Mehrere Wörter ohne Zusammenhang lassen sich gut merken und schlecht erraten.
password-change = Passwort ändern
password-later = Später
password-wrong = Das bisherige Passwort stimmt nicht
password-weak = Wählen Sie ein Passwort mit mindestens zehn Zeichen, das nicht zu den häufigen gehört und nicht aus der E-Mail-Adresse besteht
merchant-nav = Verwaltung
merchant-orders = Bestellungen
merchant-waiting = Wartet auf die Post
merchant-points = Abholstellen
merchant-refreshes = Letzte Aktualisierungen
merchant-source = Quelle
merchant-outcome = Ergebnis
merchant-changes = Änderungen
merchant-points-troubled = Die letzte Aktualisierung ist fehlgeschlagen; es gelten die letzten gültigen Daten
merchant-none = Noch hat niemand bestellt.
merchant-none-waiting = Nichts wartet auf die Post.
merchant-count = { $n ->
    [one] { $n } Bestellung
   *[other] { $n } Bestellungen
 }
merchant-count-more = Mehr als { $n } Bestellungen
merchant-number = Nummer
merchant-placed = Bestellt
merchant-when = Zeitpunkt
merchant-who = Rechnung an
merchant-where = Lieferung
merchant-user-id = User ID
merchant-newer = Neuere
merchant-older = Ältere
merchant-newest = Neueste
merchant-oldest = Älteste
merchant-order = Bestellung { $x }
merchant-verified = Status bei der Post: { $x }
merchant-journey = Weg der Adresse
merchant-label = Etikette
merchant-label-alt = Vorschau der Etikette für { $x }
merchant-specimen = Eine Vorschau: SPECIMEN heisst, dass dieses Paket so nicht aufgegeben werden kann.
merchant-no-label = Noch keine Etikette: Die Post hat die User ID nicht bestätigt.
merchant-erased = Keine Etikette mehr: Die User ID wurde an ihrem Datum gelöscht.
merchant-ask-again = Post noch einmal fragen
merchant-jobs = Aufträge
merchant-jobs-none = Alles erledigt: Im Hintergrund ist nichts schiefgegangen.
merchant-jobs-lead = Was im Hintergrund nicht erledigt werden konnte. Es wird von selbst wiederholt, bis es aufgegeben ist; dann wartet es hier.
merchant-job-what = Was
merchant-job-since = Seit
merchant-job-tries = Versuche
merchant-job-why = Letzter Grund
merchant-job-next = Nächster Versuch
merchant-job-dead = aufgegeben
merchant-job-again = Noch einmal versuchen
merchant-job-give-up = Verwerfen
job-refresh-points = Aktualisierung der Abholstellen
job-sweep-sessions = Abgelaufene Sitzungen löschen
job-sweep-limits = Volle Zähler löschen
job-sweep-sign-ins = Alte Anmeldeversuche löschen
job-sweep-baskets = Verlassene Warenkörbe löschen
job-sweep-mandates = Aufträge ohne Bestellung löschen
job-erase-user-ids = User IDs an ihrem Datum löschen
job-fault-database = Die Datenbank hat versagt
job-fault-carrier = Die Post hat nicht geantwortet
job-fault-busy = Jemand anders war gerade dabei
job-fault-panic = Ein Fehler im Programm
job-fault-payload = Die Angaben sind nicht lesbar
job-fault-cut-off = Der Shop wurde mittendrin beendet
state-known = User ID bekannt
state-to-confirm = zu bestätigen
state-erased = User ID gelöscht
event-placed = Bestellt
event-asked-post = Post gefragt
event-asked-again = Noch einmal gefragt
event-user-id-known = User ID bekannt
event-user-id-to-confirm = User ID zu bestätigen
event-parcel-announced = Paket angemeldet
