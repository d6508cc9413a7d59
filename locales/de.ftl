## Every page

skip = Zum Inhalt
demo-label = Hinweis
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
error-stale-title = Ihre Sitzung ist beendet
error-stale-text = Diese Seite gehört zu einer früheren Sitzung: Ein Warenkorb bleibt nach der letzten Änderung { $n ->
    [one] einen Tag
   *[other] { $n } Tage
 } bestehen. Bestellt wurde mit diesem Formular nichts. Öffnen Sie die Seite neu; was Sie bestellt haben, steht unter «Ihre Bestellungen».
error-anew = Seite neu öffnen
form-stale = Diese Seite gehörte zu einer früheren Sitzung. Was Sie eingegeben haben, steht noch da: Prüfen Sie es und senden Sie es noch einmal.
meanwhile-title = In der Zwischenzeit geändert
meanwhile-text = In einem anderen Fenster wurde diese Bestellung geändert. So steht sie jetzt; was Sie hier eingegeben haben, steht noch da. Mit «Weiter» übernehmen Sie es.
typed-languages = Mit dem Eingegebenen in einer anderen Sprache:
checkout-changed = Diese Bestellung ist seit dem Öffnen der Seite weitergegangen, in einem anderen Fenster oder weil etwas nicht mehr erhältlich ist. So steht sie jetzt.
sending-wait = Einen Augenblick, bitte …
sending-post = Wir fragen die Post. Das dauert höchstens einige Sekunden …
sending-failed = Keine Verbindung zum Shop. Ihre Angaben stehen noch da: Bitte versuchen Sie es noch einmal.
sending-stopped = Angehalten. Ihre Angaben stehen noch da.
error-foreign-title = Diese Anfrage kam von einer anderen Website
error-foreign-text = Zu Ihrem Schutz nehmen wir nur Formulare von unseren eigenen Seiten an.
error-conflict-title = Ihre Angaben haben sich inzwischen geändert
error-conflict-text = Sie wurden in einem anderen Fenster geändert, oder etwas ist noch nicht bereit. Verloren ist nichts: Gehen Sie zurück und laden Sie die Seite neu.
error-method-title = Diese Anfrage ist hier nicht möglich
error-method-text = Diese Adresse nimmt solche Anfragen nicht an.
error-too-large-title = Das Formular ist zu gross
error-too-large-text = Es ist grösser, als wir annehmen. Bitte kürzen Sie Ihre Eingaben.
error-too-many-title = Das waren viele Anfragen auf einmal
error-too-many-text = Bitte warten Sie einen Moment und versuchen Sie es dann noch einmal. Verloren ist nichts.
error-unreadable-title = Diese Anfrage konnten wir nicht lesen
error-unreadable-text = Die Anfrage ist unvollständig oder widersprüchlich. Bitte gehen Sie zurück und versuchen Sie es noch einmal.
error-unavailable-title = Einen Moment, bitte
error-unavailable-text = Wir erreichen unsere Daten gerade nicht. Verloren ist nichts: Was Sie bisher eingegeben und bestellt haben, ist sicher. Bitte versuchen Sie es in ein paar Sekunden noch einmal.
error-busy-title = Gerade ist sehr viel los
error-busy-text = Verloren ist nichts. Bitte versuchen Sie es in ein paar Sekunden noch einmal.
error-unsupported-title = Diese Art von Anfrage können wir nicht lesen
error-unsupported-text = Wir nehmen Formulare an, wie Browser sie senden, also nicht komprimiert.
error-too-slow-title = Das hat zu lange gedauert
error-too-slow-text = Die Anfrage ist nicht rechtzeitig angekommen. Geändert wurde nichts. Bitte senden Sie das Formular noch einmal.
error-other-host-title = Dieser Shop hat eine andere Adresse
error-other-host-text = Unter diesem Namen gibt es hier nichts. Bitte verwenden Sie die Adresse des Shops.
error-internal-title = Bei uns ist ein Fehler aufgetreten
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
fault-landline = Ein SMS kommt nur auf einer Mobilnummer an (074 bis 079): Bitte geben Sie eine an, oder wählen Sie E-Mail
fault-form-country = Wir liefern in die Schweiz und nach Liechtenstein
fault-too-long = Höchstens { $max } Zeichen, so breit ist eine Zeile der Etikette
fault-too-long-anyway = Höchstens { $max } Zeichen
field-limit = Höchstens { $n } Zeichen, eine Zeile der Etikette
field-limit-number = Höchstens { $n } Zeichen
fault-character = Das Zeichen { $character } kann auf der Etikette nicht gedruckt werden
fault-control-character = Hier steht ein unsichtbares Steuerzeichen: Bitte tippen Sie die Zeile neu
fault-pick-up-keyword = Das ist die Adresse einer Abholstelle. Hier gehört Ihre eigene Adresse hin; an die Abholstelle liefern wir gern: Wählen Sie sie aus der Liste.
guide-to-point = Abholstelle auswählen

## Goods and basket

home-title = Gutes aus den Alpen.
home-lead = { $n } Dinge, gut gemacht. Nach Hause, oder an eine Abholstelle in Ihrer Nähe.
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
product-size = Masse verpackt
product-weight = Gewicht
product-delivery = Lieferung
product-delivery-all = Nach Hause, an einen Schalter (PickPost) oder in ein Schliessfach (My Post 24)
product-delivery-some = Zu gross oder zu schwer für ein Schliessfach; was sonst geht, zeigt der Schritt Lieferung
product-delivery-none = Zu gross oder zu schwer für Abholstellen
product-delivery-nowhere = Kann nicht verschickt werden: { $x }
quantity = Anzahl
quantity-wrong = Geben Sie eine Zahl von 1 bis { $n } ein
quantity-not-enough = Nicht genug an Lager: Es gibt noch { $n }, jene in Ihrem Warenkorb eingerechnet
basket-title = Warenkorb
basket-count = { $n ->
    [one] Artikel
   *[other] Artikel
 }
basket-empty = Ihr Warenkorb ist noch leer.
basket-update = Mengen übernehmen
basket-quantity-of = Anzahl: { $x }
basket-remove = { $x } entfernen
basket-quantity-wrong = Geben Sie eine Zahl von 0 bis { $n } ein
basket-no-longer-available = Nicht mehr genug an Lager: Es gibt noch { $n }
basket-look-again = Eine Menge stimmt nicht
basket-moved = In einem anderen Fenster wurde dieser Warenkorb geändert. Was Sie hier eingegeben haben, steht noch da; mit «Mengen übernehmen» gilt es.
basket-delivery = Lieferung ab CHF { $x } an eine Abholstelle, CHF { $y } nach Hause.
basket-delivery-home = Lieferung nach Hause: CHF { $x }. An eine Abholstelle passt das nicht.
basket-delivery-none = Das ist mehr, als ein Paket fasst ({ $x } kg mit Verpackung, Grösse nach Post). Bestellen Sie es in Teilen.
delivery-too-much = So geht das nicht als ein Paket: { $x }. Legen Sie etwas zurück und bestellen Sie es für sich. Ist ein Artikel allein zu viel, schreiben Sie uns: Wir finden einen Weg.
delivery-to-basket = Warenkorb ändern
basket-checkout = Zur Kasse
basket-not-orderable = Passen Sie zuerst die Mengen an.
basket-ended = Ihr Warenkorb ist nicht mehr da: Er bleibt nach der letzten Änderung { $n ->
    [one] einen Tag
   *[other] { $n } Tage
 } bestehen. Was Sie bestellt haben, steht unter «Ihre Bestellungen».
missing-title = So kann nicht bestellt werden
missing-text = Bestellt wurde nichts. Ein Klick genügt, und Sie sind wieder hier.
missing-left = { $x }: nur noch { $n } da
missing-none = { $x }: ausverkauft
missing-gone = { $x }: nicht mehr im Sortiment
missing-gone-unnamed = Ein Artikel aus Ihrem Warenkorb ist nicht mehr im Sortiment
missing-take = { $n } nehmen
missing-remove = Weglassen
missing-first = Bestellen können Sie, sobald oben nichts mehr fehlt.
basket-too-many = Von Ihrem Anschluss kamen gerade sehr viele neue Warenkörbe. Bitte versuchen Sie es in { $x } noch einmal.
summary-title = Ihre Bestellung
summary-goods = Artikel
summary-delivery = Lieferung
summary-delivery-from = ab { $x }
summary-subtotal = Zwischentotal ohne Lieferung
summary-pieces = { $n ->
    [one] { $n } Stück
   *[other] { $n } Stück
 }
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
address-town-filled = Ort eingesetzt: #
address-swap = Postleitzahl und Ort tauschen: { $x }
address-asks-post = Mit «Weiter» fragen wir die Post, ob sie die Adresse kennt. Was Sie eingeben, gilt auch dann, wenn sie etwas anderes vorschlägt.
hint-title = Meinten Sie diese Adresse?
hint-why-country = Diese Postleitzahl liegt im anderen Land.
hint-why-number = Die Hausnummer steht doppelt oder allein auf einer Zeile.
hint-why-town = Postleitzahl und Ort gehören nicht zusammen.
hint-why-postcode = Diese Postleitzahl gibt es unseres Wissens nicht.
hint-take = Diese Adresse übernehmen
hint-keep = Meine behalten
hint-lost = Die Post findet diese Adresse nicht
hint-lost-text = Stimmt sie, gehen Sie einfach weiter.
hint-change = Adresse ändern
hint-about-billing = Als Rechnungsadresse eingegeben: { $x }
hint-about-other = Als andere Adresse eingegeben: { $x }
hint-about-collector = Als Adresse der Person, die abholt, eingegeben: { $x }
delivery-question = Wohin dürfen wir liefern?
delivery-to-address = An eine Adresse
delivery-to-point = An eine Abholstelle
delivery-home = Nach Hause
delivery-other = An eine andere Adresse
delivery-other-hint = Freunde, Büro, Nachbarin
delivery-other-title = Die andere Adresse
delivery-erased = Die Angaben zur Person sind gelöscht.
delivery-pickpost = PickPost
delivery-my-post-24 = My Post 24
delivery-pickpost-hint = Am Schalter, mit Ausweis. { $n } Stellen
delivery-my-post-24-hint = Am Automaten, Tag und Nacht, mit QR-Code. { $n } Automaten
delivery-bill = Die Rechnung geht in jedem Fall an die Adresse { $x }.
delivery-choose = Wählen Sie, wohin wir liefern
delivery-title = Lieferung: { $x }
delivery-arrives = Kommt an: { $x }
delivery-arrives-open = Kommt an: { $x }, geöffnet { $y }
delivery-arrives-always = Kommt an: { $x }, Tag und Nacht offen
delivery-arrives-shut = Kommt an: { $x }. { $y }
delivery-arrives-unknown = Wann es ankommt, wissen wir, sobald die Post geantwortet hat.
misfit-too-long = { $name } misst { $cm } cm, erlaubt sind hier { $limit } cm
misfit-too-heavy = Das Paket wiegt { $x } kg, erlaubt sind hier { $y } kg
misfit-too-bulky = Alles zusammen ist zu gross für ein Paket an diesen Ort
delivery-parcels = { $n ->
    [one] in { $n } Paket
   *[other] in { $n } Paketen
 }
point-title = Wählen Sie eine Abholstelle
point-search = PLZ, Ort, Strasse oder Bahnhof
point-search-button = Suchen
point-skip = Zur Liste der Abholstellen
point-kind = Art
filter-title = Filter
filter-late = Bis { $n } Uhr
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
point-foreign = Diese Auswahl gehört nicht zu Ihrer Bestellung. Bitte wählen Sie aus der Liste.
point-gone = Diese Stelle gibt es nicht mehr. Bitte wählen Sie eine andere.
point-refused = { $x }: { $y }
point-closed = Geschlossen bis { $x } ({ $y })
hours-always = Tag und Nacht offen
hours-closed = geschlossen
hours-closed-door = Geschlossen
hours-open-until = Offen bis { $x } Uhr
hours-open-until-day = Offen bis { $x }, { $y } Uhr
hours-opens-today = Geschlossen, öffnet um { $x } Uhr
hours-opens = Geschlossen, öffnet { $x } um { $y } Uhr
hours-on-arrival = Wenn Ihr Paket ankommt: { $x } { $y }
filter-open = Jetzt offen
filter-fits = Für mein Paket
filter-remove = entfernen
point-both = Beide
point-found-near = { $n ->
    [one] { $n } Stelle im Umkreis von { $reach } um { $x }, die nächste zuerst. Insgesamt { $all }.
   *[other] { $n } Stellen im Umkreis von { $reach } um { $x }, die nächste zuerst. Insgesamt { $all }.
 }
point-found-page = Stellen { $from } bis { $to } von { $n }, nach Distanz ab { $x } geordnet
point-street-unknown = Diese Strasse kennen wir nicht: gemessen ab der Mitte von { $x }.
point-postcode-unknown = Die Postleitzahl { $x } kennen wir nicht; gemessen ab { $y }.
point-nowhere = Die Liste der Abholstellen ist gerade nicht verfügbar.
point-nowhere-try = Die Post antwortet nicht, und wir haben noch keine eigene Liste. Wir liefern gern nach Hause; oder versuchen Sie es in einigen Minuten noch einmal.
point-nowhere-home = Andere Lieferart wählen
point-used = Diese Liste ist nicht mehr aktuell: Ihre Bestellung ist inzwischen weiter. Bitte wählen Sie noch einmal.
point-closed-until = Geschlossen bis { $x }
point-closed-throughout = Geschlossen während der ganzen Abholfrist (bis { $x })
point-as-of-troubled = Die Post antwortet gerade nicht. Das ist die Liste vom { $x }.
point-remember = Diese Stelle für die nächste Bestellung merken (mit einem Cookie, { $n } Tage lang)
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
map-keys = Karte, mit den Pfeiltasten zu verschieben
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
collector-company = Bestellt hat eine Firma, abholen muss eine Person: Geben Sie die Person mit ihrer Privatadresse an.
collector-who = Die Person mit dem Ausweis
collector-home-hint = Mit der Adresse, an der sie wohnt. Die Post prüft damit, wer abholt.
collector-how = Nachricht, wenn das Paket bereit ist
collector-notify = Die Post meldet es per
notify-email = E-Mail
notify-sms = SMS
collector-choose-notify = Wählen Sie E-Mail oder SMS
collector-asks-post = Abholen kann auch jemand anders als Sie. Mit «Weiter» wird die hier genannte Person bei der Post angemeldet: Wir senden der Post ihren Namen, ihre Wohnadresse und E-Mail oder Mobilnummer und erhalten die Kundennummer für dieses Paket. Nennen Sie nur jemanden, der einverstanden ist.
collects = Abholung durch { $x } ({ $y })
collect-until = Abholen bis { $x }; es gilt das Datum in der Nachricht der Post.
collector-too-many = Das waren viele Anfragen an die Post in kurzer Zeit. Ihre Angaben stehen noch da: Bitte versuchen Sie es in { $x } noch einmal.
news-given = Die Post hat, was sie braucht, um Ihr Paket auszuhändigen. War die Person, die abholt, noch nicht bei ihr angemeldet, ist sie es ab jetzt.
news-given-other = Die Post hat, was sie braucht, um das Paket an { $x } auszuhändigen. Wer bei ihr noch nicht angemeldet war, ist es ab jetzt.
locker-check = Bevor ein Paket am Automaten abgeholt werden kann, prüft die Post unter Umständen einmalig die Identität. An einem PickPost-Schalter genügt ein amtlicher Ausweis.
locker-counter = PickPost in der Nähe wählen
news-to-confirm = Die Post antwortet gerade nicht. Sie können trotzdem bestellen: Wir fragen noch einmal nach, bevor wir das Paket verschicken.
payment-title = Wie möchten Sie bezahlen?
payment-invoice = Rechnung
payment-invoice-hint = QR-Rechnung, { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
 }
payment-invoice-words = Rechnung mit QR-Code, { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
 }
payment-card = Demo-Karte
payment-card-hint = Keine echte Karte eingeben
payment-card-words = Demo-Karte, endet auf { $x }
payment-free = gratis
payment-accepts = wird angenommen
payment-declines = wird abgelehnt
payment-choose = Wählen Sie, wie Sie bezahlen
payment-declined = Die Karte wurde abgelehnt. Ihre Bestellung ist noch da: Versuchen Sie es mit einer anderen Karte oder wählen Sie die Rechnung.
payment-no-demo-card = Nehmen Sie eine der beiden Demo-Nummern, keine echte Karte
review-title = Stimmt alles?
billing-title = Rechnungsadresse
review-label = Auf der Paketetikette
review-registered = Unter dem Namen steht die Kundennummer der Post für dieses Paket. Dank ihr kann die Post melden, wann es bereit ist.
review-to-confirm = Die Kundennummer fehlt noch: Die Post antwortet nicht. Wir fragen automatisch wieder nach, verschicken das Paket erst mit der Antwort und melden sie auf der Seite der Bestellung.
review-other-point = Andere Abholstelle
review-other-person = Andere Person
review-terms = Mit der Bestellung gelten die Bedingungen vom { $x }.
review-order-now = Jetzt bestellen · { $x }
review-changed = Warenkorb oder Angaben haben sich in der Zwischenzeit geändert. Unten steht der neue Stand; bestellt wurde noch nichts.
review-drift = Seit Sie diese Seite zuletzt angesehen haben, hat sich etwas geändert. Das gilt jetzt; bestellt wurde noch nichts.
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
review-too-many = Von Ihrem Anschluss kamen gerade mehrere Bestellungen in kurzer Zeit. Bestellt wurde noch nichts, verloren ist auch nichts: Bitte bestellen Sie in { $x } noch einmal.

## The order

order-title = Bestellung { $x }
order-thanks = Danke, { $x }.
order-thanks-plain = Danke.
order-lead = Wir haben Ihre Bestellung { $x } erhalten. Die Bestätigung geht an { $y }.
order-keep = Speichern Sie diese Seite als Lesezeichen: Wer ihren Link hat, sieht die Bestellung. Nach { $n ->
    [one] einem Tag
   *[other] { $n } Tagen
 } fragt sie auch nach Postleitzahl oder E-Mail.
stop-ordered = Bestellt
stop-to-confirm = Wartet auf die Post
stop-packing = Wird gepackt
stop-on-its-way = Unterwegs
stop-ready = Bereit an der Abholstelle
stop-ready-when = { $x }. Die Post meldet es.
stop-after-answer = Sobald die Post geantwortet hat
stop-delivered = Zugestellt
stop-arrived = Angekommen
order-to-confirm = Die Post hat die Kundennummer noch nicht bestätigt. Wir fragen automatisch wieder nach und verschicken das Paket erst dann. Sie müssen nichts tun: Sobald die Antwort da ist, steht sie auf dieser Seite.
order-to-confirm-person = Die Post hat die Kundennummer noch nicht bestätigt. Jemand von uns kümmert sich nun darum und meldet sich bei Bedarf unter { $x }. Verschickt wird das Paket erst mit der Nummer.
order-look-again = Nachsehen, ob die Antwort da ist
order-came = Die Post hat die Kundennummer bestätigt: Sie steht unten. Ihr Paket kann auf den Weg.
order-bill-to = Rechnung an
order-collecting = Für die Abholung
order-name2 = Kundennummer für dieses Paket
order-ident = Sendungsnummer
order-parcels = { $n ->
    [one] Ihr Paket
   *[other] Ihre { $n } Pakete
 }
parcel-of = Paket { $x } von { $y }
parcel-announced = angekündigt
parcel-handed-over = unterwegs
parcel-ready = bereit zum Abholen
parcel-collected = abgeholt oder zugestellt
parcel-returned = zurückgekommen
order-parcels-why = Für ein einziges Paket ist es zu viel. Alle gehen an denselben Ort, jedes mit eigener Nummer; fertig ist die Bestellung, wenn alle abgeholt oder zugestellt sind.
order-post-tells = Die Post meldet sich automatisch, sobald das Paket bereit ist.
order-lines = Artikel
order-terms = Es gelten die Bedingungen vom { $x }.
order-bill = QR-Rechnung
order-bill-pdf = Rechnung als PDF
order-lead-erased = Wir haben Ihre Bestellung { $x } erhalten.
order-erased = Am { $x } gelöscht: die Kontaktdaten, wer das Paket erhielt oder abholte, die Kundennummer und die Etikette.
order-mine = Mehr zu dieser Bestellung
order-data = Ihre Daten: Kopie und Löschung
orders-title = Ihre Bestellungen
orders-remember = In diesem Browser merken
orders-remember-how = Mit einem Cookie, { $n } Tage lang.
orders-lead = Diese Bestellungen kennt dieser Browser.
orders-remembered = gemerkt
orders-for-a-day = nur heute; länger mit «In diesem Browser merken» auf ihrer Seite
orders-forget = Alle vergessen
orders-none = Dieser Browser kennt keine Bestellung.
orders-none-how = Eine Bestellung steht hier { $n ->
    [one] einen Tag
   *[other] { $n } Tage
 } lang, und länger, wenn Sie auf ihrer Seite «In diesem Browser merken» wählen. Mit ihrem Link finden Sie sie immer.
proof-title = Ist das Ihre Bestellung?
proof-lead = Der Link ist älter als { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
 }. Wer was bestellt hat und wohin es geht, zeigen wir erst, wenn Sie die Postleitzahl der Rechnungsadresse oder die E-Mail-Adresse der Bestellung eingeben.
proof-placed = Bestellt am
proof-delivery = Lieferung
proof-state = Stand
proof-show = Bestellung zeigen
field-proof = Postleitzahl oder E-Mail-Adresse
field-proof-postcode = Postleitzahl der Rechnungsadresse
proof-missing = Füllen Sie dieses Feld aus
proof-wrong = Das passt nicht zu dieser Bestellung
proof-too-many = Das waren zu viele Versuche. Versuchen Sie es in { $x } noch einmal.
data-title = Ihre Daten zur Bestellung { $x }
data-kept-title = Was wir behalten, und wie lange
data-people = E-Mail, Telefon, wer das Paket erhält oder abholt, Kundennummer, Etiketten
data-books = Rechnungsadresse, Artikel, Beträge, Zahlung, Lieferart, Abholstelle, Verlauf
data-until = bis { $x }
data-erased-on = gelöscht am { $x }
data-why = Geschäftsbücher und Belege müssen wir { $n ->
    [one] { $n } Jahr
    [10] zehn Jahre
   *[other] { $n } Jahre
 } aufbewahren (Art. 958f OR). Das Übrige brauchen wir nur, bis das Paket angekommen und keine Frage mehr offen ist; danach löschen wir es automatisch.
data-copy-title = Kopie
data-copy-lead = Alles, was wir zu dieser Bestellung gespeichert haben, in einer JSON-Datei. Jeder Texteditor öffnet sie.
data-copy = Kopie herunterladen
data-erase-title = Löschung
data-erase-lead = Wir löschen sofort, was kein Gesetz verlangt: E-Mail, Telefon, wer das Paket erhielt oder abholte, Kundennummer und Etiketten. Das Übrige müssen wir bis { $x } aufbewahren. Die Löschung lässt sich nicht rückgängig machen.
data-erase = Jetzt löschen
data-gone = Am { $x } gelöscht. Das Übrige müssen wir bis { $y } aufbewahren (Art. 958f OR).
data-not-yet = Noch nicht: Die Bestellung ist nicht abgeschlossen, und vielleicht müssen wir Sie wegen des Pakets erreichen. Sobald sie abgeschlossen ist, löschen wir auf Wunsch; automatisch geschieht es am { $x }.
data-too-many = Das waren mehrere Anfragen in kurzer Zeit. Versuchen Sie es in { $x } noch einmal.
bill-title = Rechnung { $x }
bill-dates = { $x }, zahlbar bis { $y }
bill-vat-number = { $x } MWST
bill-delivery = Lieferung: der Post übergeben am { $x }
bill-delivery-expected = Lieferung: voraussichtlich am { $x }
bill-delivery-open = Lieferung: Den Tag nennt die Seite Ihrer Bestellung, sobald er feststeht.
bill-vat = MWST { $x } %: { $y } in { $z } enthalten
bill-more = und { $n } weitere
bill-demonstration = Demonstration: Bitte nicht bezahlen.

## Codes of the Barcode API

code-combination = Diese Leistungen lassen sich nicht zusammen bestellen, oder ihre Codes haben auf der Etikette keinen Platz. Eine davon weglassen oder eine grössere Etikette wählen.
code-service = Die Post kennt eine der bestellten Leistungen nicht. An der Bestellung ist nichts falsch: die Betreuung des Shops informieren.
code-layout = Das Format der Etikette ist für diese Sendung nicht zulässig. A5, A6 oder A7 wählen.
code-recipient = Die Adresse des Empfängers ist unvollständig oder enthält ein Zeichen, das die Post nicht annimmt. Die Adresse prüfen.
code-home-office = Die Domizilpoststelle des Absenders fehlt. Sie steht im Vertrag mit der Post: die Betreuung des Shops informieren.
code-licence-missing = Die Frankierlizenz fehlt. Sie gehört in die Einstellung POST_FRANKING_LICENCE; die Nummer steht im Vertrag mit der Post.
code-licence-refused = Diese Frankierlizenz ist für diesen Zugang oder diese Leistung nicht erlaubt. POST_FRANKING_LICENCE mit dem Vertrag vergleichen; stimmt sie, die Post fragen.
code-licence-length = Die Frankierlizenz ist zu lang oder zu kurz. POST_FRANKING_LICENCE mit dem Vertrag vergleichen.
code-number-range = Die Sendungsnummer liegt ausserhalb des erlaubten Bereichs. Es braucht eine neue.
code-number-used = Diese Sendungsnummer wurde schon einmal verwendet. Sie darf nicht noch einmal auf ein Paket: Es braucht eine neue.
code-file-format = Die Post zeichnet die Etikette nicht in diesem Dateiformat. PDF, PNG oder ZPL2 wählen.
code-resolution = Die Auflösung der Etikette ist nicht zulässig. 200, 300 oder 600 Punkte pro Zoll wählen.
code-sender = Die Adresse des Absenders ist unvollständig oder zu lang. Name, Strasse und Ort des Shops in den Einstellungen prüfen.
code-logo = Das Logo des Absenders ist zu gross, im falschen Format oder falsch gedreht. Ein GIF, PNG oder JPG von höchstens 50 KB wählen, oder keines.
code-country = Das Land fehlt, oder die Post kennt es nicht. Zwei Buchstaben angeben, zum Beispiel CH.
code-postcode-missing = Einem Paket im Inland fehlt die Postleitzahl. Die Adresse ergänzen.
code-postcode = Die Postleitzahl ist ungültig: Im Inland besteht sie nur aus Ziffern. Die Adresse prüfen.
code-weight-most = Das Paket ist schwerer, als diese Leistung erlaubt. Das Gewicht prüfen oder die Bestellung aufteilen.
code-weight-least = Das Gewicht muss mehr als null Gramm sein. Das Gewicht der Waren prüfen.
code-e-mail = Die E-Mail-Adresse für die Nachrichten der Post ist ungültig. Die Adresse prüfen.
code-phone = Die Mobilnummer für die Nachrichten der Post ist ungültig: 10 bis 20 Zeichen, nur Ziffern und Leerzeichen. Die Nummer prüfen.
code-notification = Art und Adresse einer Nachricht passen nicht zusammen: eine E-Mail ohne E-Mail-Adresse oder ein SMS ohne Nummer. Die Angaben prüfen.
code-instruction = Eine Zustellanweisung und eine Nachricht schliessen sich aus, oder die eine verlangt die andere. Eine von beiden weglassen oder ergänzen.
code-item-id = Die Kennung der Sendung enthält ein unerlaubtes Zeichen. Erlaubt sind Buchstaben, Ziffern, Unterstrich, Minus und Plus: die Betreuung des Shops informieren.
code-label-lines = Die Etikette braucht zwei bis fünf eigene Adresszeilen, jede höchstens 35 Zeichen lang. Die Zeilen prüfen.
code-not-there = Diese Leistung gibt es an dieser Adresse nicht. Eine andere Leistung oder einen anderen Lieferort wählen.
code-system = Bei der Post ist ein Fehler aufgetreten; an der Bestellung liegt es nicht. Später noch einmal versuchen.
code-system-lasting = Bei der Post ist ein Fehler aufgetreten, der auch beim Wiederholen bleibt. Die Post fragen und diesen Code nennen.
code-franking-ignored = Der Frankiervermerk P.P. wurde weggelassen, weil diese Leistung keinen braucht. Nichts zu tun.
code-title-dropped = Die Anrede hatte auf der Etikette keinen Platz und fehlt dort. Das Paket kommt an; nichts zu tun.
code-suffix-dropped = Der Adresszusatz hatte auf der Etikette keinen Platz und fehlt dort. Prüfen, ob das Paket ohne ihn ankommt; sonst eine grössere Etikette wählen.
code-sender-shortened = Die Zeilen des Absenders wurden auf der Etikette gekürzt. Bei Rücksendungen kann die Adresse fehlen; sonst nichts zu tun.
code-name3-dropped = Die dritte Namenszeile (c/o, Abteilung) hatte auf der Etikette keinen Platz und fehlt dort. Prüfen, ob das Paket ohne sie ankommt; sonst eine grössere Etikette wählen.
code-text-dropped = Der freie Text hatte auf der Etikette keinen Platz und fehlt dort. Das Paket kommt an; nichts zu tun.
code-lines-dropped = Es waren mehr eigene Adresszeilen, als die Etikette fasst; die überzähligen fehlen dort. Zeilen zusammenfassen oder eine grössere Etikette wählen.
code-unknown-error = Die Post hat die Sendung abgelehnt, mit einem Code, den dieser Shop nicht kennt. Die Post fragen und den Code nennen.
code-unknown-warning = Die Post hat die Sendung angenommen, mit einem Hinweis, den dieser Shop nicht kennt. Die Etikette vor dem Aufgeben ansehen.
code-unknown = Die Post hat etwas gemeldet, das dieser Shop nicht kennt. Die Post fragen und den Code nennen.

## Terms and imprint

terms-title = Bedingungen
terms-version = Fassung vom { $x }
terms-demo-title = Eine Demonstration
terms-demo = Dieser Shop zeigt, wie eine Bestellung mit PickPost und My Post 24 abläuft. Es entsteht kein Kaufvertrag, nichts wird geliefert, nichts ist zu bezahlen.
terms-price-title = Preise
terms-price = Alle Preise stehen in Schweizer Franken und enthalten die Mehrwertsteuer. Die Lieferung kostet an eine Abholstelle CHF { $point }, an eine Adresse { $bands } und als Sperrgut CHF { $bulky }.
terms-price-band = CHF { $x } bis { $y } kg
terms-delivery-title = Lieferung
terms-delivery = Was bis Mitternacht bestellt ist, geht am nächsten Arbeitstag zur Post und kommt am Arbeitstag darauf an. An einer Abholstelle wartet das Paket { $x } Tage, in einem Automaten { $y }.
terms-payment-title = Zahlung
terms-payment = Auf Rechnung innert { $n ->
    [one] einem Tag
   *[other] { $n } Tagen
 } oder mit der Demo-Karte. Beide Zahlungsarten sind kostenlos.
terms-law-title = Recht
terms-law = Es gilt schweizerisches Recht.
about-title = Impressum und Datenschutz
about-lead = murmel ist erfunden. Der Shop ist eine offene Vorlage: So lassen sich PickPost und My Post 24 in den Bestellvorgang einbinden.
about-imprint-title = Impressum
about-imprint = Firma, Adresse und Konto sind erfunden.
about-privacy-title = Datenschutz
about-privacy = Was Sie eingeben, bleibt auf dem Server dieses Shops, als Entwurf bis { $n ->
    [one] einen Tag
   *[other] { $n } Tage
 } nach der letzten Änderung. Es gibt keine Werbung, keine Statistik und keine fremden Skripte.
about-privacy-order = Von einer Bestellung behalten wir E-Mail, Telefon, wer das Paket erhält oder abholt, die Kundennummer der Post und die Etiketten { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
 } lang. Rechnungsadresse, Artikel, Beträge, Zahlung, Lieferart, Abholstelle und Verlauf behalten wir nach dem Ende des Jahres noch { $years ->
    [one] { $years } Jahr
    [10] zehn Jahre
   *[other] { $years } Jahre
 }, wie es das Gesetz für Geschäftsbücher verlangt (Art. 958f OR). Danach löschen wir beides automatisch. In Sicherungskopien steht es, bis auch sie gelöscht werden.
about-privacy-rights = Der Link einer Bestellung zeigt { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
 } lang alles; danach fragt er nach der Postleitzahl der Rechnungsadresse oder nach der E-Mail-Adresse. Auf der Seite der Bestellung erhalten Sie eine Kopie von allem, was gespeichert ist, und können löschen lassen, was kein Gesetz verlangt, sobald die Bestellung abgeschlossen ist.
about-privacy-post = Für eine Abholung gehen Name, Wohnadresse und E-Mail oder Mobilnummer der abholenden Person an die Post. Diese Person wird damit bei der Post angemeldet, auch wenn jemand anders bestellt und bezahlt. Antwortet die Post nicht, senden wir dieselben Angaben während einiger Tage automatisch noch einmal. In dieser Demonstration spielt ein Simulator die Post.
about-privacy-address = Wer beim Bestellen eine Adresse eingibt, dessen Namen und Adresse senden wir zur Prüfung an die Post; mit Skripten auch Postleitzahl, Strasse und Hausnummer, während sie eingegeben werden. Behalten wird davon nur ein Vorschlag, bis er beantwortet ist oder die Bestellung steht.
cookies-title = Cookies
about-cookies = Keines davon ist für Werbung oder Statistik, und alle sind von diesem Shop. Das erste entsteht erst, wenn Sie etwas in den Warenkorb legen oder sich zu einer Bestellung ausweisen, die anderen nur auf Ihren Wunsch.
cookie-session = Hält den Warenkorb zusammen und kennt Ihre letzten { $orders ->
    [10] zehn
   *[other] { $orders }
 } Bestellungen: die Nummer des Warenkorbs, wie viele Artikel darin liegen, die Links zu den Bestellungen, einen Zufallscode gegen gefälschte Formulare und, in der Verwaltung, wer angemeldet ist. Gilt nach der letzten Änderung noch:
cookie-last-point = Merkt sich auf Ihren Wunsch die gewählte Abholstelle. Gilt:
cookie-orders = Merkt sich auf Ihren Wunsch die Links zu Bestellungen. Gilt:
cookie-days = { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
 }
about-limits = Gegen Missbrauch zählen wir, wie oft von einer Netzwerkadresse aus bestellt, gefragt oder ein Passwort oder eine Postleitzahl versucht wird. Gespeichert wird nicht die Adresse, sondern ein Code, der sich ohne unseren Schlüssel keiner Adresse zuordnen lässt: für Stunden, bei der Anmeldung der Verwaltung bis zu einem Monat.
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
password-advice = Mindestens { $n ->
    [10] zehn Zeichen
   *[other] { $n } Zeichen
 }. Mehrere Wörter ohne Zusammenhang lassen sich gut merken und schlecht erraten.
password-change = Passwort ändern
password-later = Später
password-wrong = Das bisherige Passwort stimmt nicht
password-weak = Wählen Sie ein Passwort mit mindestens { $n ->
    [10] zehn Zeichen
   *[other] { $n } Zeichen
 }, das nicht zu den häufigen gehört und nicht aus der E-Mail-Adresse besteht
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
merchant-newer = Neuere
merchant-older = Ältere
merchant-newest = Neueste
merchant-oldest = Älteste
merchant-order = Bestellung { $x }
merchant-verified = Status bei der Post: { $x }
merchant-journey = Weg der Adresse
merchant-history = Verlauf
journey-billing = Eingegeben: wer bezahlt
journey-home = Eingegeben: die Privatadresse der Person, die abholt
journey-chosen = Gewählt: die Abholstelle
journey-data-of = Aus den Daten vom { $x }
journey-sent = An die Post gesendet
journey-took = { $x } ms
journey-questions = { $n } Anfragen insgesamt
journey-trace = Trace
journey-request = Was gesendet wird, unkenntlich gemacht
journey-answered = Antwort der Post
journey-waits = Die Post hat noch keine User ID gegeben.
journey-erased = Die User ID wurde fristgemäss gelöscht.
journey-printed = Auf der Etikette
journey-parcel = Das Paket beim Simulator
journey-no-label = Noch nichts: keine Etikette ohne User ID.
merchant-label = Etikette
merchant-label-alt = Vorschau der Etikette für { $x }
merchant-specimen = Eine Vorschau: SPECIMEN heisst, dass dieses Paket so nicht aufgegeben werden kann.
label-count = { $x } von { $y } Zeichen
label-dropped = Aus Platzmangel weggelassen: «{ $x }» ({ $y })
label-name-two-lines = Der Name ist länger als eine Zeile und steht auf zweien.
label-name-initials = Der Name ist länger als eine Zeile: Der Vorname ist auf seine Anfangsbuchstaben gekürzt.
label-name-small = Der Name ist länger als eine Zeile und steht in kleinerer Schrift.
preview-title = Etikette zu { $x }
preview-link = Die Etikette, Feld für Feld
preview-layout = Format
preview-orientation = Blatt
preview-landscape = Querformat
preview-portrait = Hochformat
preview-size = Darstellung
preview-true = Originalgrösse
preview-large = Doppelt so gross
preview-parcel = Paket
preview-plan = Etikette mit Massstäben in Millimetern
preview-print = Mit 100 % gedruckt, ist diese Seite genau eine Etikette.
preview-lines = Die Adresse, wie sie gedruckt wird
preview-zones = Was wo steht
preview-place = { $x } mm von links, { $y } mm von oben
preview-measure = { $x } × { $y } mm
zone-franking = Domizilpoststelle und Lizenz
zone-version = Versionszeile
zone-logo = Logo der Post
zone-ident = Identcode
zone-number = Sendungsnummer
zone-service = Dienstleistungscode
zone-weight = Gewicht
zone-parcel = Paket n von m
zone-sender = Absender
zone-free-text = Freitext
zone-recipient = Empfänger
zone-words-franking = Wo der Shop seine Pakete aufgibt und welcher Frankierlizenz sie belastet werden. Auf A7 ist für die Poststelle kein Platz.
zone-words-version = Welches Programm die Etikette gezeichnet hat und an welchem Tag.
zone-words-logo = Hier druckt die Post ihr eigenes Logo; der Shop lässt den Platz leer.
zone-words-ident = Code 128 mit 18 Ziffern: 99, Lizenz, Sendungsnummer. 68 bis 69 mm lang, 23 mm hoch, links 8 mm frei.
zone-words-number = Dieselbe Nummer in Ziffern zum Lesen, in vier Gruppen.
zone-words-service = Wie das Paket reist: ein Code mit vier Ziffern, sein Kürzel daneben. Economy hat keinen.
zone-words-weight = Was die Ware wiegt, auf hundert Gramm aufgerundet. Die Post wiegt nach.
zone-words-parcel = Das wievielte Paket der Bestellung es ist und von wie vielen.
zone-words-sender = Wohin das Paket geht, wenn es niemand abholt; um 90 Grad gedreht.
zone-words-free-text = Eine Zeile des Shops über dem Namen, 34 Zeichen; fällt bei Platzmangel zuletzt weg.
zone-words-recipient = Wer abholt, darunter Schlüsselwort und User ID, dann Strasse und Ort der Abholstelle. Ringsum sind 10 mm frei.
merchant-no-label = Noch keine Etikette: Die Post hat die User ID nicht bestätigt.
merchant-erased = Keine Etikette mehr: Was auf ihr stand, ist gelöscht.
merchant-void = Keine Etikette mehr: Diese Bestellung ist abgeschlossen. Eine schon gedruckte ist ungültig; nicht verwenden.
merchant-ask-again = Post noch einmal fragen
merchant-asked-still = Die Post wurde eben noch einmal gefragt, ohne Ergebnis: { $x }. Weiter: { $y }
merchant-asked-known = Die Post wurde gefragt und hat geantwortet: Die User ID ist da.
shipment = Sendungsdaten
shipment-sent = gesendet
shipment-waiting = wartet
shipment-refused = abgelehnt
shipment-sent-at = Die Post hat sie seit { $x }
shipment-refused-at = Die Post lehnte sie am { $x } ab: beheben, was sie beanstandet, dann nochmals senden
shipment-now = Sie werden gerade gesendet
shipment-held = Sie werden am { $x } gesendet
shipment-retried = Nächster Versuch am { $x }
shipment-given-up = Tagelang vergeblich versucht; es folgt kein automatischer Versuch mehr
shipment-never = Sie werden nicht automatisch gesendet
shipment-send = Jetzt senden
shipment-again = Nochmals senden
shipment-final = Die Post nimmt nichts zurück: Was gesendet ist, bleibt angekündigt.
shipment-service = Versandart
shipment-priority = Priority (PRI), wie bei der Bestellung versprochen
shipment-economy = Economy (ECO), einen Arbeitstag später
shipment-extras = Zusatzleistungen
service-not-at-a-point = { $x } passt nicht zu einer Abholstelle: Dort holt jemand das Paket selbst ab.
service-switched-off = { $x } ist für Abholstellen ausgeschaltet: Keine Quelle sagt, dass die Post es dort annimmt (SHOP_POINT_SERVICES).
service-not-offered = { $x } kann dieser Shop nicht bestellen: Seinen Bestellungen fehlt, was die Post dafür wissen müsste.
service-unknown = { $x } ist keine Leistung der Post, die wir kennen.
service-basic = Ein Paket braucht genau eine Grundleistung: ECO oder PRI.
label-refused-user-id = Die Post hat die User ID noch nicht gegeben. Ohne sie kommt das Paket bei niemandem an; darum wird keine Etikette bestellt.
label-way-user-id = Fragen Sie die Post auf der Seite der Bestellung noch einmal, oder wählen Sie eine andere Abholstelle. Sobald sie antwortet, geht es automatisch weiter.
label-refused-ended = Diese Bestellung ist abgeschlossen: Es wird kein Paket mehr verschickt.
label-way-ended = Zu tun ist nichts. Eine gedruckte Etikette nicht verwenden.
label-refused-erased = Die Personendaten dieser Bestellung sind gelöscht: Es gibt niemanden mehr, an den das Paket gehen könnte.
label-way-erased = Wer noch etwas erwartet, muss neu bestellen.
label-refused-point = Die Abholstelle gibt es nicht mehr, oder sie ist geschlossen, wenn das Paket ankäme: Die Bestellung ist angehalten.
label-way-point = Wählen Sie eine andere Abholstelle, oder lassen Sie die Bestellung auf ihrer Seite trotzdem weiterlaufen.
label-refused-held = Die Bestellung ist angehalten: Nichts davon geht an die Post.
label-way-held = Lassen Sie sie auf ihrer Seite weiterlaufen; dann wird die Etikette automatisch bestellt.
label-refused-left = Das Paket ist schon übergeben, ohne dass die Post eine Etikette gezeichnet hat.
label-way-left = Wurde es versehentlich so markiert, halten Sie das in einer Notiz fest; kommt es zurück, lässt es sich von dort aus nochmals senden.
label-way-services = Auf der Seite der Bestellung ECO oder PRI wählen und nochmals senden.
shipment-official = Etikette der Post
shipment-field = Die Post nimmt das Feld { $x } nicht an
shipment-unread = Die Post konnte die Anfrage nicht lesen (400)
shipment-no-item = Die Post antwortete ohne das Paket: So antwortet sie, wenn sie die Frankierlizenz nicht kennt
shipment-unknown = Die Post nannte einen Grund, der kein bekannter Code ist
return = Rücksende-Etikette
return-ask = Bei der Post bestellen
return-hint = Von der Person an uns, Economy. Erstattet wird damit nichts: Das entscheiden Sie, wenn das Paket da ist.
return-drawn = { $x }, von der Post am { $y }
return-refused = Die Post hat sie abgelehnt:
return-lost = Die Post hat nicht geantwortet. Die Nummer { $x } ist verbraucht; eine neue Bestellung nimmt eine neue.
return-asking = Sie wird gerade bestellt.
official-title = Offizielle Etikette der Bestellung { $x }
official-none = Die Post hat für diese Bestellung noch keine Etikette gezeichnet. Sie tut es, sobald die Sendungsdaten gesendet sind.
official-erased = Die Etikette wurde fristgemäss gelöscht, samt dem Namen, der darauf stand.
official-caption = So hat die Post sie gezeichnet. Sie hier anzusehen gilt nicht als Drucken.
official-no-viewer = Dieser Browser kann hier kein PDF anzeigen: Öffnen Sie die Etikette mit dem Knopf.
print-title = Gedruckt
print-times = { $n ->
    [one] { $n }-mal
   *[other] { $n }-mal
 }
print-never = noch nie
parcel-weight = Gewicht der Ware
parcel-contents = Inhalt
merchant-waits-why = Warum
merchant-waits-since = Wartet seit
merchant-waits-calls = Anfragen
merchant-waits-next = Nächster Schritt
waits-asked-at = Wir fragen automatisch wieder: { $x }
waits-asked-now = Wir fragen gerade wieder
waits-pill = entscheiden
waits-decide = Seit Tagen ohne Antwort: Fragen Sie noch einmal, dann fragt der Shop automatisch weiter, oder vereinbaren Sie mit der Kundschaft einen anderen Weg
waits-let-go = Der Shop fragt nicht mehr automatisch: Fragen Sie noch einmal, dann fragt er wieder weiter, oder vereinbaren Sie mit der Kundschaft einen anderen Weg
outcome-answered = Die Post hat geantwortet
outcome-none = Die Post wurde noch nicht gefragt
outcome-timeout = Die Post hat nicht rechtzeitig geantwortet
outcome-unreachable = Die Post war nicht erreichbar
outcome-down = Die Post hat einen Fehler bei sich gemeldet
outcome-refused = Die Post hat die Anfrage abgelehnt
outcome-unauthorised = Die Post hat unsere Zugangsdaten abgelehnt
outcome-nonsense = Die Antwort der Post war unverständlich
outcome-busy = Die Post will weniger oft gefragt werden
outcome-paused = Nicht gefragt: Bei der Post waren gerade mehrere Anfragen gescheitert
outcome-crowded = Nicht gefragt: Zu viele Anfragen gleichzeitig
outcome-troubled = Die Post hat eine Störung gemeldet
outcome-cut-off = Der Shop wurde beendet, bevor die Antwort kam
outcome-used = Die Post kannte die Nummer schon
outcome-licence = Die Nummer gehörte zu einer anderen Frankierlizenz
merchant-jobs = Aufgaben
merchant-jobs-none = Alles erledigt: Im Hintergrund ist nichts schiefgegangen.
merchant-jobs-lead = Was im Hintergrund nicht erledigt werden konnte. Der Shop versucht es automatisch wieder, bis er es aufgibt; dann wartet es hier.
merchant-job-what = Was
merchant-job-since = Seit
merchant-job-tries = Versuche
merchant-job-why = Letzter Grund
merchant-job-next = Nächster Versuch
merchant-job-dead = aufgegeben
merchant-job-again = Noch einmal versuchen
merchant-job-give-up = Verwerfen
job-refresh-points = Aktualisierung der Abholstellen
job-refresh-holidays = Aktualisierung der Feiertage der Post
job-sweep-sessions = Abgelaufene Sitzungen löschen
job-sweep-limits = Nicht mehr gebrauchte Zähler löschen
job-sweep-sign-ins = Alte Anmeldeversuche löschen
job-sweep-baskets = Verlassene Warenkörbe löschen
job-sweep-mandates = Mandate ohne Bestellung löschen
job-erase-user-ids = User IDs fristgemäss löschen
job-erase-people = Personendaten fristgemäss löschen
job-confirm-user-id = Post nach der User ID einer Bestellung fragen
job-send-shipment = Sendungsdaten an die Post senden
job-send-mails = Mails einer Bestellung senden
job-track-parcels = Fragen, was die Post von den Paketen gesehen hat
job-fault-database = Fehler der Datenbank
job-fault-carrier = Die Post hat nicht geantwortet
job-fault-no-user-id = Die Post hat keine User ID gegeben
job-fault-busy = Jemand anders war gerade dabei
job-fault-panic = Ein Fehler im Programm
job-fault-payload = Die Angaben sind nicht lesbar
job-fault-cut-off = Der Shop wurde mittendrin beendet
job-fault-refused = Die Post lehnte sie ab: Bei der Bestellung steht, warum
job-fault-used = Die Post kennt die Nummern schon
job-fault-mail-unreachable = Der Mailserver war nicht erreichbar
job-fault-mail-slow = Der Mailserver war zu langsam
job-fault-mail-unencrypted = Die Verbindung zum Mailserver liess sich nicht verschlüsseln
job-fault-mail-sign-in = Der Mailserver lehnte Benutzer oder Passwort in MAIL_URL ab
job-fault-mail-refused = Der Mailserver nahm keine Mails an
job-fault-mail-later = Der Mailserver bat, es später noch einmal zu versuchen
job-fault-mail-never = Der Mailserver lehnte die Adresse ab: Bei der Bestellung steht, welche Mail
job-fault-mail-words = Die Mail liess sich nicht schreiben
state-known = User ID bekannt
state-to-confirm = zu bestätigen
state-erased = User ID gelöscht
event-placed = Bestellt
event-asked-post = Post gefragt
event-times = { $x }-mal, bis { $y }
event-asked-again = Noch einmal gefragt
event-user-id-known = User ID bekannt
event-user-id-to-confirm = User ID zu bestätigen
event-parcel-announced = Paket angekündigt
event-send-now = Sofort gesendet
event-data-copied = Kopie der Daten heruntergeladen
event-data-erased = Personendaten gelöscht
event-shipment-sent = Die Post hat die Sendungsdaten
event-shipment-refused = Die Post lehnte die Sendungsdaten ab
event-shipment-failed = Nicht gesendet
event-number-written-off = Nummer aufgegeben, eine neue vergeben
event-label-printed = Etikette der Post gedruckt
event-label-printed-again = Etikette der Post nochmals gedruckt, dieselbe
event-return-label-drawn = Rücksende-Etikette von der Post
event-return-label-printed = Rücksende-Etikette gedruckt
event-return-label-printed-again = Rücksende-Etikette nochmals gedruckt, dieselbe
event-return-label-failed = Keine Rücksende-Etikette, die Nummer ist verbraucht
event-mail-sent = Mail gesendet
event-mail-refused = Mail abgelehnt

merchant-search = Suchen
merchant-search-what = Bestellnummer, Name, E-Mail, Sendungsnummer oder Referenz
merchant-search-none = Nichts gefunden. Namen und E-Mail-Adressen findet man über ihren Anfang.
merchant-search-end = Nichts Weiteres gefunden.
merchant-search-vague = Mehr als { $n } Namen beginnen so: Geben Sie mehr Buchstaben ein, um alle zu finden.
merchant-state = Stand
queues = Listen
queue-all = Alle
queue-to-pack = Zu packen
queue-packed = Gepackt
queue-held = Angehalten
queue-handed-over = Übergeben
queue-ready = Abholbereit
queue-collected = Abgeholt oder zugestellt
queue-returned = Zurückgekommen
queue-cancelled = Storniert
queue-refunded = Zurück und abgeschlossen
queue-refused = Sendung abgelehnt
queue-jobs = Gescheiterte Aufgaben
queue-overdue = Überfällige Rechnungen
queue-none = Diese Liste ist leer.
queue-since = Seit
queue-why-to-pack = Das Paket hat seine Nummer
queue-why-packed = Gepackt und noch hier
queue-why-returned = Niemand hat das Paket abgeholt, oder es war nicht zustellbar
queue-next-refused = Beheben, was die Post nicht annimmt, dann in der Bestellung nochmals senden
many-choose-one = { $x } auswählen
many-packed = Als gepackt markieren
many-handed-over = Als übergeben markieren
many-none = Keine Bestellung wurde ausgewählt.
many-before = { $x } stand schon dort
many-refused = { $x } bleibt, wie sie ist: { $y }
many-unknown = Es gibt keine Bestellung { $x }
many-all = Alle auf dieser Seite
pile-title = Etiketten in einem PDF
pile-link = Etiketten in einem PDF
pile-all = Etiketten aller Bestellungen dieser Liste
pile-too-many = Höchstens { $x } Bestellungen auf einmal: Wählen Sie weniger aus.
pile-most = Höchstens { $x } Bestellungen auf einmal: Die übrigen drucken Sie danach.
pile-nobody = Keine Bestellung wurde ausgewählt: Wählen Sie welche in einer Liste aus.
pile-drawing = Gezeichnet von
pile-official = der Post
pile-preview = uns (Vorschau)
pile-official-words = Wie die Post sie gezeichnet hat, zum Aufgeben. Jede Etikette in der Datei gilt als gedruckt.
pile-missing = Nicht in der Datei
pile-order = In der Reihenfolge des Packens
pile-printed = Schon gedruckt
pile-unknown = Diese Bestellung gibt es nicht.
pile-way-unknown = Prüfen Sie die Nummer.
pile-left = Die Bestellung ist nicht mehr hier: Ihr Paket ist unterwegs oder zurückgekommen.
pile-way-left = Eine schon verwendete Etikette druckt nur die Seite der Bestellung noch einmal.
pile-undrawn = Die Post hat diese Etikette noch nicht gezeichnet.
pile-way-undrawn = Bestellen Sie sie auf der Seite der Bestellung, oder drucken Sie etwas später. Unsere Vorschau gibt es schon.
pile-refused = Die Post lehnt die Daten des Pakets ab.
pile-way-refused = Beheben Sie auf der Seite der Bestellung, was sie beanstandet, und senden Sie nochmals.
pile-too-much = Die Datei ist voll: Die Etiketten davor füllen sie ganz.
pile-way-too-much = Drucken Sie zuerst jene, dann diese.
pile-unbound = Das Bild, das die Post gezeichnet hat, lässt sich nicht mit anderen in einer Datei zusammenfassen.
pile-way-unbound = Drucken Sie es für sich auf der Seite der Bestellung.
pile-count = { $n ->
    [0] Keine Etikette.
    [one] { $n } Etikette.
   *[other] { $n } Etiketten.
 }
pile-missing-count = { $n ->
   *[other] { $n } nicht.
 }
pile-file = { $n ->
    [one] PDF mit { $n } Etikette
   *[other] PDF mit { $n } Etiketten
 }
pile-again = { $n ->
    [one] Eine davon wurde schon gedruckt.
   *[other] { $n } davon wurden schon gedruckt.
 }
payments = Zahlungen
payments-told = Ergebnis
payments-amount = Betrag
payments-one = Eine Rechnung
payments-reference = Referenz der QR-Rechnung, getippt oder gescannt
payments-mark = Als bezahlt markieren
payments-file = Was die Bank meldet
payments-camt = Text einer camt.054-Datei
payments-take = Verbuchen
payments-overdue = Überfällige Rechnungen
payments-none = Keine Rechnung ist überfällig.
payments-next = Nächster Schritt: der Kundschaft schreiben.
payments-due = Zahlbar bis
payments-days = Tage zu spät
payments-more = Spätere
receipt-no-reference = Das ist keine Referenz einer QR-Rechnung: Sie hat { $n } Ziffern, und die letzte ist eine Prüfziffer.
receipt-no-lines = Die Datei meldet keine Gutschrift.
receipt-not-xml = Dieser Text ist nicht als XML lesbar. Fügen Sie die ganze Datei ein, vom ersten bis zum letzten Zeichen.
receipt-not-camt = Das ist XML, aber kein camt.054 (Belastungs- und Gutschriftsanzeige).
receipt-too-many = Die Datei hat mehr als { $n } Gutschriften: Verbuchen Sie sie in Teilen.
receipt-currency = Nicht in Franken: nichts markiert
receipt-amount = Kein lesbarer Betrag: nichts markiert
receipt-debit = Eine Belastung, keine Gutschrift: nichts zu markieren
receipt-reversal = Die Bank hat eine Gutschrift zurückgenommen: diese Bestellung anschauen
receipt-pending = Angekündigt und noch nicht verbucht: nichts markiert
receipt-paid = Bezahlt
receipt-wrong-amount = Falscher Betrag, nichts markiert: zu bezahlen sind { $x }
receipt-unknown = Keine Bestellung hat diese Referenz
receipt-already-marked = War schon bezahlt
receipt-already-paid = War schon bezahlt: doppelt bezahlt? Nachsehen und den Überschuss zurückerstatten
receipt-told = Schon gemeldet: nichts mehr zu tun
receipt-not-due = Nicht mehr geschuldet, die Bestellung ist beendet: zurückerstatten
slip = Packzettel
slip-title = Packzettel { $x }
slip-packed = Gepackt
slip-pieces = Stück
slip-article = Artikel
slip-sum = Stück insgesamt: { $x } · die Ware wiegt { $y }
handover = Übergabeliste
handover-title = Übergeben am { $x }
handover-today = Heute übergeben
handover-packed = Gepackt, noch nicht übergeben
handover-before = Tag davor
handover-after = Tag danach
handover-none = Keine Pakete.
handover-part = Paket
handover-weight = Ware { $x }
handover-given = Übergeben: Datum, Name, Unterschrift
handover-taken = Übernommen: Datum, Name, Unterschrift
handover-cut = Mehr als { $n } Bestellungen: Die übrigen stehen nicht auf dieser Liste.
handover-count = { $n ->
    [one] { $n } Paket
   *[other] { $n } Pakete
 }
handover-orders = { $n ->
    [one] { $n } Bestellung
   *[other] { $n } Bestellungen
 }
day = Zahlung und Packen
day-coded = Der Code der QR-Rechnung kennt nicht alle Zeichen: Im Code steht «{ $x }», gedruckt wird «{ $y }».
day-coded-cut = Der Code der QR-Rechnung fasst nicht alles: Im Code steht «{ $x }», gedruckt wird «{ $y }».
day-due = zu bezahlen
day-paid = bezahlt
day-cancelled = nicht mehr zu bezahlen
day-refunded = zurückerstattet
notes = Notizen
notes-new = Neue Notiz, nur für Sie: Die Kundschaft sieht sie nicht
notes-write = Notieren
event-paid = Bezahlt
many-done = { $n ->
    [one] { $n } Bestellung markiert
   *[other] { $n } Bestellungen markiert
 }
payments-count = { $n ->
    [one] { $n } Rechnung.
   *[other] { $n } Rechnungen.
 }
payments-count-more = Mehr als { $n } Rechnungen.

# The life of an order.
stop-ready-until = Seit { $x }, bis { $y }
stop-ready-longer = Länger als üblich: Die Post hat die Frist verlängert.
stop-collected = Abgeholt
stop-cancelled = Storniert
stop-held = Angehalten
stop-returned = Zu uns zurückgekommen
stop-refunded = Geld zurück
stop-closed = Abgeschlossen
order-now-held = Wir klären etwas, bevor das Paket weitergeht, und schreiben an { $x }.
order-now-erased = Diese Bestellung ist nie weggegangen. Sie können sie hier stornieren oder uns schreiben.
order-now-returned = Das Paket kam zu uns zurück. Wir schreiben an { $x }, wie es weitergeht.
order-now-cancelled = Diese Bestellung ist storniert.
order-now-refunded = Das Paket kam zu uns zurück, und die Bestellung ist abgeschlossen.
order-money-cancelled = Die Rechnung ist hinfällig: Bitte bezahlen Sie sie nicht.
order-money-refunded = Ihr Geld ist zurückerstattet.
order-money-back = Was Sie bezahlt haben, überweisen wir Ihnen zurück.
order-cancel = Bestellung stornieren
order-cancel-until = Das geht, bis wir das Paket der Post übergeben.
cancel-title = Bestellung { $x } stornieren?
cancel-lead = Die Ware geht zurück ins Lager, und es wird nichts verschickt. Betrag: { $x }.
cancel-money-none = Die Rechnung wird hinfällig.
cancel-money-back = Was bezahlt ist, erstatten wir zurück.
cancel-now = Ja, stornieren
cancel-keep = Nein, behalten
cancel-late-title = Dafür ist es zu spät.
cancel-late = Das Paket ist nicht mehr bei uns, oder die Bestellung ist schon abgeschlossen. Auf ihrer Seite steht, wo sie ist.
cancel-back = Zur Bestellung
merchant-life = Stand
merchant-life-since = seit { $x }
merchant-cancel-label = Die Etikette der Post gibt es schon: Sie ist dann bei uns ungültig, und die Post nimmt sie nicht zurück. Nicht verwenden.
life-to-confirm = wartet auf die Post
life-to-pack = zu packen
life-packed = gepackt
life-held = angehalten
life-handed-over = bei der Post
life-ready = bereit zum Abholen
life-collected = abgeholt oder zugestellt
life-returned = zurückgekommen
life-cancelled = storniert
life-refunded = zurückerstattet
life-closed = abgeschlossen
life-next-to-confirm = Die Post nennt die User ID; vorher gibt es keine Etikette.
life-next-to-pack = Packen, die Etikette aufkleben und der Post übergeben.
life-next-packed = Der Post übergeben.
life-next-held = Klären, dann weiterlaufen lassen, einen anderen Weg wählen oder stornieren.
life-next-held-erased = Stornieren: Es gibt niemanden mehr, an den gesendet werden könnte, und was bezahlt ist, geht zurück.
life-next-handed-over = Nichts: Die Post bringt das Paket und meldet sich.
life-next-ready = Nichts: Die Post hat der Person geschrieben, die es abholt.
life-next-collected = Nichts: Das Paket ist am Ziel.
life-next-returned = Noch einmal senden, anderswohin senden oder abschliessen.
life-next-cancelled = Nichts: Ware und Geld sind zurück.
life-next-refunded = Nichts: Ware und Geld sind zurück.
life-next-closed = Nichts: Die Ware ist zurück, und zu bezahlen ist nichts mehr.
life-next-pay-back = Den bezahlten Betrag zurücküberweisen, falls noch nicht geschehen: Der Shop überweist nicht selbst.
step-packed = Gepackt
step-unpacked = Doch nicht gepackt
step-held = Anhalten
step-released = Weiterlaufen lassen
step-handed-over = Der Post übergeben
step-sent-again = Noch einmal senden
step-refunded = Geld zurückerstatten
step-closed = Abschliessen: nichts mehr zu bezahlen
step-cancelled = Stornieren
why-bank = von der Bank gemeldet
why-by-merchant = von Hand angehalten
why-people-erased = die Personendaten der Bestellung wurden gelöscht, bevor sie verschickt war
event-announced = Zu packen
event-packed = Gepackt
event-unpacked = Doch nicht gepackt
event-held = Angehalten
event-released = Läuft weiter
event-point-changed = Andere Abholstelle gewählt
event-person-corrected = Person berichtigt
event-sent-again = Noch einmal gesendet
event-handed-over = Bei der Post
event-ready = Bereit zum Abholen
event-collected = Abgeholt oder zugestellt
event-returned = Zurückgekommen
event-scan-revoked = Die Post nahm eine Meldung zurück
event-cancelled = Storniert
event-refunded = Nach der Rückkehr abgeschlossen

# Another point after the order, another person who collects.
another-title = Wählen Sie eine andere Abholstelle
another-no-title = Eine andere Abholstelle geht hier nicht
another-lead = Jetzt geht das Paket an: { $x }.
another-what = Es bleibt dieselbe Bestellung: Preis, Rechnung und Rechnungsadresse ändern sich nicht, und auch nicht, wer abholt. Für die neue Stelle fragen wir die Post nach einer neuen User ID.
another-late = Dafür ist es zu spät: Das Paket ist schon bei der Post, oder die Bestellung ist abgeschlossen. Auf ihrer Seite steht, wo es ist.
another-ours = Wir klären gerade, wie es mit diesem Paket weitergeht, und schreiben an { $x }. So lange kann niemand eine andere Stelle wählen.
another-address = Dieses Paket geht an eine Adresse und nicht an eine Abholstelle.
another-often = Für diese Bestellung wurde schon { $n ->
    [one] einmal
    [5] fünfmal
   *[other] { $n }-mal
 } eine andere Stelle gewählt. Antworten Sie auf unsere E-Mail an { $x }, wenn es noch eine andere sein soll.
another-nobody = Bestellt hat eine Firma, und an einer Abholstelle holt eine Person ab: Hier ist niemand genannt.
another-too-many = Das waren viele Anfragen an die Post in kurzer Zeit. Geändert ist noch nichts: Bitte wählen Sie in { $x } noch einmal.
order-point = Andere Abholstelle wählen
order-point-before = Vorher gewählt: { $x }
order-now-point-gone = Ihre Abholstelle gibt es nicht mehr. Das Paket bleibt bei uns, bis Sie eine andere wählen.
order-now-point-closed = Ihre Abholstelle ist geschlossen, während das Paket dort läge. Es bleibt bei uns, bis Sie eine andere wählen.
why-point-gone = die Abholstelle gibt es nicht mehr
why-point-closed = die Abholstelle ist geschlossen, während das Paket dort läge
life-next-held-point = Eine andere Abholstelle wählen; wer bestellt hat, kann es auf der Seite der Bestellung auch selbst.
history-address = Adresse
history-from-to = { $x } → { $y }
merchant-point = Andere Abholstelle
merchant-point-lead = Jetzt: { $x }. Rechnung, Preis und die Person, die abholt, bleiben; die Post wird nach einer neuen User ID gefragt, und eine Etikette, die es schon gibt, wird ungültig.
merchant-point-home = Stattdessen an die Rechnungsadresse: { $x }
merchant-point-home-button = An die Rechnungsadresse senden
merchant-point-old = Die Liste der Abholstellen war { $x } Tage alt, als gewählt wurde. Vor dem Versand wird die Stelle noch einmal geprüft.
merchant-person = Person berichtigen
merchant-person-lead = Die Person, die am Schalter den Ausweis oder am Automaten den Code zeigt. Mit diesen Angaben fragen wir die Post noch einmal, und so stehen sie auf der Etikette. Die Rechnungsadresse bleibt.
merchant-person-notify = Die Post meldet sich per
merchant-person-save = Berichtigen und die Post fragen
merchant-person-late-title = Dafür ist es zu spät.
merchant-person-late = Das Paket ist nicht mehr hier, oder es geht an eine Adresse.
job-watch-points = Abholstellen von Bestellungen prüfen

## Mails
mail-greeting = Guten Tag { $x }
mail-greeting-plain = Guten Tag
mail-named = { $x }: { $y }
mail-see-order = Bestellung ansehen
mail-keep-link = Wer den Link in dieser E-Mail kennt, sieht Ihre Bestellung: Leiten Sie ihn nicht weiter.
mail-answer = Haben Sie eine Frage? Antworten Sie einfach auf diese E-Mail.
mail-post-tells = Sobald das Paket bereitliegt, schickt die Post eine Nachricht an { $x }.
mail-bill-attached = Die QR-Rechnung liegt als PDF bei, zahlbar bis { $x }.
mail-to-confirm = Die Post hat die Kundennummer für die Abholung noch nicht bestätigt. Wir fragen automatisch wieder nach und verschicken das Paket erst danach. Sie müssen nichts tun: Sobald die Antwort da ist, schreiben wir Ihnen.
mail-confirmed = Wir haben Ihre Bestellung { $x } erhalten
mail-confirmed-lead = Vielen Dank für Ihren Einkauf. Hier steht, was Sie bestellt haben, wohin das Paket geht und wer die Rechnung erhält.
mail-known = Bestellung { $x }: Die Abholung ist bestätigt
mail-known-lead = Die Kundennummer, auf die wir gewartet haben, ist da. Ihr Paket kann auf den Weg.
mail-point = Bestellung { $x }: neue Abholstelle
mail-point-lead = Ihr Paket geht nun an die Abholstelle unten. Preis und Rechnung bleiben gleich.
mail-held = Ihre Bestellung { $x } ist angehalten
mail-held-lead = Bevor wir Ihr Paket verschicken, klären wir noch etwas und melden uns bei Ihnen. Wie es steht, sehen Sie auf der Seite Ihrer Bestellung.
mail-handed-over = Bestellung { $x }: Ihr Paket ist unterwegs
mail-handed-over-lead = Wir haben Ihr Paket der Post übergeben.
mail-came-back = Bestellung { $x }: Ihr Paket ist zurück bei uns
mail-came-back-lead = Die Post konnte Ihr Paket nicht aushändigen und hat es uns zurückgebracht. Wir melden uns bei Ihnen. Wenn Sie schon wissen, wie es weitergehen soll, antworten Sie auf diese E-Mail.
mail-cancelled = Ihre Bestellung { $x } ist storniert
mail-cancelled-lead = Wir haben Ihre Bestellung storniert. Es wird nichts verschickt.
mail-cancelled-as-asked = Wir haben Ihre Bestellung wie gewünscht storniert. Es wird nichts verschickt.
mail-cancelled-invoice = Die Rechnung brauchen Sie nicht mehr zu bezahlen. Haben Sie schon bezahlt, erhalten Sie den Betrag zurück.
mail-cancelled-card = Der Betrag wird Ihrer Karte gutgeschrieben.
mail-open-order = Bestellung öffnen
mail-new-order = Neue Bestellung { $x }
mail-new-order-lead = Eine Bestellung ist eingegangen. Wer bestellt hat und wohin das Paket geht, steht im Shop.
mail-new-order-waits = Die Post hat die User ID noch nicht gegeben. Der Shop fragt automatisch wieder.
mail-is-held = Bestellung { $x } ist angehalten
mail-is-held-lead = Die Bestellung wird nicht verschickt, bis jemand entscheidet. Im Shop steht, warum.
mail-is-back = Bestellung { $x }: Das Paket kam zurück
mail-is-back-lead = Das Paket wurde nicht abgeholt oder nicht angenommen. Im Shop stehen die nächsten Schritte.
mail-is-cancelled = Bestellung { $x } wurde von der Kundschaft storniert
mail-is-cancelled-lead = Verschicken Sie das Paket nicht. Im Shop steht, was mit Geld und Etikette geschieht.
