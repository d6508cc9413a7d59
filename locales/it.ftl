## Every page

skip = Vai al contenuto
demo-label = Avviso
demo = Negozio dimostrativo. Non si vende e non si spedisce nulla.
categories = Assortimento
category-kitchen = Cucina
category-larder = Dispensa
category-outdoors = All’aperto
category-winter = Inverno
category-children = Bambini
language = Lingua
footer-nav = Note legali
footer-line = Cose buone dalle Alpi. Un modello per i negozi con PickPost e My Post 24.
back = Indietro
continue = Continua
change = Modifica
problems-title = Verificate i vostri dati
problems-prefix = Errore:

## Days and months

day-monday = lunedì
day-tuesday = martedì
day-wednesday = mercoledì
day-thursday = giovedì
day-friday = venerdì
day-saturday = sabato
day-sunday = domenica
day-mo = lu
day-tu = ma
day-we = me
day-th = gi
day-fr = ve
day-sa = sa
day-su = do
month-1 = gennaio
month-2 = febbraio
month-3 = marzo
month-4 = aprile
month-5 = maggio
month-6 = giugno
month-7 = luglio
month-8 = agosto
month-9 = settembre
month-10 = ottobre
month-11 = novembre
month-12 = dicembre
date-long = { $weekday } { $day }
span-seconds = { $n ->
    [one] { $n } secondo
   *[other] { $n } secondi
 }
span-minutes = { $n ->
    [one] { $n } minuto
   *[other] { $n } minuti
 }

## Errors outside a form

error-home = Vai alla pagina iniziale
error-basket = Vai al carrello
error-not-found-title = Questa pagina non esiste
error-not-found-text = Forse l’indirizzo è incompleto o l’articolo non c’è più.
error-stale-title = La vostra sessione è terminata
error-stale-text = Questa pagina appartiene a una sessione precedente: un carrello resta { $n ->
    [one] un giorno
   *[other] { $n } giorni
 } dopo l’ultima modifica. Con questo modulo non è stato ordinato nulla. Riaprite la pagina; ciò che avete ordinato si trova sotto «I vostri ordini».
error-anew = Riapri la pagina
form-stale = Questa pagina apparteneva a una sessione precedente. Ciò che avete inserito è ancora qui: controllatelo e inviatelo di nuovo.
meanwhile-title = Modificato nel frattempo
meanwhile-text = Quest’ordine è stato modificato in un’altra finestra. Ecco com’è ora; ciò che avete inserito qui è rimasto. Scegliete «Continua» per applicarlo.
typed-languages = Con ciò che avete inserito, in un’altra lingua:
checkout-changed = Quest’ordine è andato avanti da quando la pagina è stata aperta, in un’altra finestra o perché qualcosa non è più disponibile. Ecco com’è ora.
sending-wait = Un momento, per favore…
sending-post = Chiediamo alla Posta. Dura al massimo qualche secondo…
sending-failed = Nessun collegamento al negozio. I vostri dati sono ancora qui: riprovate.
sending-stopped = Interrotto. I vostri dati sono ancora qui.
error-foreign-title = Questa richiesta viene da un altro sito
error-foreign-text = Per la vostra sicurezza accettiamo solo moduli delle nostre pagine.
error-conflict-title = Nel frattempo i vostri dati sono cambiati
error-conflict-text = Sono stati modificati in un’altra finestra, oppure qualcosa non è ancora pronto. Nulla è andato perso: tornate indietro e ricaricate la pagina.
error-method-title = Questa richiesta non è possibile qui
error-method-text = Questo indirizzo non accetta tali richieste.
error-too-large-title = Il modulo è troppo grande
error-too-large-text = Supera la dimensione ammessa. Accorciate i dati inseriti.
error-too-many-title = Troppe richieste in una volta
error-too-many-text = Attendete un momento e riprovate. Nulla è andato perso.
error-unreadable-title = Non abbiamo potuto leggere questa richiesta
error-unreadable-text = La richiesta è incompleta o contraddittoria. Tornate indietro e riprovate.
error-unavailable-title = Un momento, per favore
error-unavailable-text = Al momento i nostri dati non sono raggiungibili. Nulla è andato perso: quanto avete inserito e ordinato finora è al sicuro. Riprovate tra qualche secondo.
error-busy-title = In questo momento c’è molta affluenza
error-busy-text = Nulla è andato perso. Riprovate tra qualche secondo.
error-unsupported-title = Non possiamo leggere questo tipo di richiesta
error-unsupported-text = Accettiamo i moduli come li inviano i browser, senza compressione.
error-too-slow-title = Ci è voluto troppo tempo
error-too-slow-text = La richiesta non è arrivata in tempo. Nulla è stato modificato. Inviate di nuovo il modulo.
error-other-host-title = Questo negozio ha un altro indirizzo
error-other-host-text = Sotto questo nome non c’è nulla. Utilizzate l’indirizzo del negozio.
error-internal-title = Si è verificato un errore da parte nostra
error-internal-text = Non dipende da voi. Il carrello c’è ancora. Riprovate tra un minuto.

## Fields and what can be wrong with them

field-title = Appellativo
field-first-name = Nome
field-last-name = Cognome
field-company = Ditta
field-company-optional = Ditta (facoltativo)
field-street = Via
field-house-number = N.
field-address-extra = Complemento d’indirizzo
field-address-extra-optional = Complemento d’indirizzo (facoltativo)
field-postcode = NPA
field-town = Località
field-country = Paese
field-email = E-mail
field-phone = Telefono
field-phone-optional = Telefono (facoltativo, solo per domande sull’ordine)
field-phone-mobile = Numero di cellulare
field-card-number = Numero della carta demo
field-password = Password
title-ms = Signora
title-mr = Signor
title-none = Nessuno
country-ch = Svizzera
country-li = Liechtenstein
fault-missing = Da compilare: { $field }
fault-missing-first-name = Indicate il nome
fault-missing-last-name = Indicate il cognome
fault-missing-street = Indicate la via
fault-missing-postcode = Indicate il numero postale
fault-missing-town = Indicate la località
fault-missing-email = Indicate l’indirizzo e-mail
fault-missing-phone = Indicate il numero di cellulare
fault-form = Da verificare: { $field }
fault-form-postcode = Il numero postale ha quattro cifre, per esempio 6900
fault-form-email = Un indirizzo e-mail ha questa forma: nome@example.ch
fault-form-phone = Un numero ha questa forma: 079 123 45 67
fault-landline = Un SMS arriva solo a un numero di cellulare (da 074 a 079): indicatene uno, o scegliete l’e-mail
fault-form-country = Consegniamo in Svizzera e nel Liechtenstein
fault-too-long = Al massimo { $max } caratteri, la larghezza di una riga dell’etichetta
fault-too-long-anyway = Al massimo { $max } caratteri
field-limit = Al massimo { $n } caratteri, una riga dell’etichetta
field-limit-number = Al massimo { $n } caratteri
fault-character = Il carattere { $character } non può essere stampato sull’etichetta
fault-control-character = Qui c’è un carattere di controllo invisibile: riscrivete la riga
fault-pick-up-keyword = È l’indirizzo di un punto di ritiro. Qui va il vostro indirizzo; consegniamo volentieri al punto di ritiro: sceglietelo dall’elenco.
guide-to-point = Scegli il punto di ritiro

## Goods and basket

home-title = Cose buone dalle Alpi.
home-lead = { $n } cose, ben fatte. A casa, o in un punto di ritiro vicino a voi.
home-look = Scoprite l’assortimento
home-everything = Tutto
home-count = { $n ->
    [one] { $n } articolo
   *[other] { $n } articoli
 }
product-fits-locker = Entra in un armadietto
product-no-locker = Non per gli armadietti
product-sold-out-short = Esaurito
product-sold-out = Questo articolo è esaurito.
product-few-left = { $n ->
    [one] Resta solo { $n } pezzo
   *[other] Restano solo { $n } pezzi
 }
product-vat = IVA { $x } % inclusa
product-add = Aggiungi al carrello
product-size = Dimensioni con imballaggio
product-weight = Peso
product-delivery = Consegna
product-delivery-all = A casa, allo sportello (PickPost) o in un armadietto (My Post 24)
product-delivery-some = Troppo grande o pesante per un armadietto; il passo Consegna mostra che cosa è possibile
product-delivery-none = Troppo grande o troppo pesante per un punto di ritiro
product-delivery-nowhere = Non si può spedire: { $x }
quantity = Quantità
quantity-wrong = Indicate un numero da 1 a { $n }
quantity-not-enough = Scorte insufficienti: disponibili { $n }, carrello compreso
basket-title = Carrello
basket-count = { $n ->
    [one] articolo
   *[other] articoli
 }
basket-empty = Il vostro carrello è ancora vuoto.
basket-update = Aggiorna le quantità
basket-quantity-of = Quantità: { $x }
basket-remove = Togli { $x }
basket-quantity-wrong = Indicate un numero da 0 a { $n }
basket-no-longer-available = Scorte insufficienti: disponibili { $n }
basket-look-again = Una quantità non è corretta
basket-moved = Questo carrello è stato modificato in un’altra finestra. Ciò che avete inserito qui è rimasto; scegliete «Aggiorna le quantità» per applicarlo.
basket-delivery = Consegna da CHF { $x } a un punto di ritiro, CHF { $y } a domicilio.
basket-delivery-home = Consegna a domicilio: CHF { $x }. Un punto di ritiro non può ricevere questo pacco.
basket-delivery-none = È più di quanto contiene un pacco ({ $x } kg con imballaggio, misure secondo la Posta). Ordinate in più volte.
delivery-too-much = Così non parte in un solo pacco: { $x }. Togliete qualcosa e ordinatelo a parte. Se un solo articolo è già troppo, scriveteci: troveremo una soluzione.
delivery-to-basket = Modifica il carrello
basket-checkout = Alla cassa
basket-not-orderable = Adattate prima le quantità.
basket-ended = Il vostro carrello non c’è più: resta { $n ->
    [one] un giorno
   *[other] { $n } giorni
 } dopo l’ultima modifica. Ciò che avete ordinato si trova sotto «I vostri ordini».
missing-title = Così non si può ordinare
missing-text = Nulla è stato ordinato. Basta un clic e siete di nuovo qui.
missing-left = { $x }: ne restano solo { $n }
missing-none = { $x }: esaurito
missing-gone = { $x }: non è più in assortimento
missing-gone-unnamed = Un articolo del vostro carrello non è più in assortimento
missing-take = Prendine { $n }
missing-remove = Togli
missing-first = Potrete ordinare appena qui sopra non mancherà più nulla.
basket-too-many = Dalla vostra connessione sono stati aperti moltissimi carrelli. Riprovate tra { $x }.
summary-title = Il vostro ordine
summary-goods = Articoli
summary-delivery = Consegna
summary-delivery-from = da { $x }
summary-subtotal = Subtotale senza consegna
summary-pieces = { $n ->
    [one] { $n } pezzo
   *[other] { $n } pezzi
 }
summary-total = Totale
summary-vat = Di cui IVA { $x } %: { $y }

## Checkout

steps = Passi dell’ordine
step-of = Passo { $x } di { $y }
step-address = Indirizzo
step-delivery = Consegna
step-point = Punto di ritiro
step-collector = Chi ritira
step-payment = Pagamento
step-review = Verifica
address-title = Il vostro indirizzo
address-lead = La fattura va a questo indirizzo. Il luogo di consegna si sceglie subito dopo.
address-town-filled = Località inserita: #
address-swap = Scambia numero postale e località: { $x }
address-asks-post = Con «Continua» chiediamo alla Posta se conosce l’indirizzo. Quello che avete scritto resta valido, anche se la Posta propone altro.
hint-title = Intendevate questo indirizzo?
hint-why-country = Questo numero postale si trova nell’altro Paese.
hint-why-number = Il numero civico compare due volte, o da solo su una riga.
hint-why-town = Il numero postale e la località non vanno insieme.
hint-why-postcode = Per quanto ne sappiamo, questo numero postale non esiste.
hint-take = Usa questo indirizzo
hint-keep = Tieni il mio
hint-lost = La Posta non trova questo indirizzo
hint-lost-text = Se è corretto, continuate pure.
hint-change = Modifica l’indirizzo
hint-about-billing = Indirizzo di fatturazione inserito: { $x }
hint-about-other = Altro indirizzo inserito: { $x }
hint-about-collector = Indirizzo inserito per la persona che ritira: { $x }
delivery-question = Dove dobbiamo consegnare?
delivery-to-address = A un indirizzo
delivery-to-point = A un punto di ritiro
delivery-home = A domicilio
delivery-other = A un altro indirizzo
delivery-other-hint = Amici, ufficio, vicina
delivery-other-title = L’altro indirizzo
delivery-erased = I dati della persona sono stati cancellati.
delivery-pickpost = PickPost
delivery-my-post-24 = My Post 24
delivery-pickpost-hint = Allo sportello, con un documento. { $n } punti
delivery-my-post-24-hint = Allo sportello automatico, giorno e notte, con un codice QR. { $n } sportelli automatici
delivery-bill = La fattura va in ogni caso all’indirizzo { $x }.
delivery-choose = Scegliete dove consegniamo
delivery-title = Consegna: { $x }
delivery-arrives = Arrivo: { $x }
delivery-arrives-open = Arrivo: { $x }, aperto { $y }
delivery-arrives-always = Arrivo: { $x }, aperto giorno e notte
delivery-arrives-shut = Arrivo: { $x }. { $y }
delivery-arrives-unknown = Il giorno di arrivo lo sapremo quando la Posta avrà risposto.
misfit-too-long = { $name } misura { $cm } cm, qui il limite è { $limit } cm
misfit-too-heavy = Il pacco pesa { $x } kg, qui il limite è { $y } kg
misfit-too-bulky = L’insieme è troppo voluminoso per un pacco in questo luogo
delivery-parcels = { $n ->
    [one] in { $n } pacco
   *[other] in { $n } pacchi
 }
point-title = Scegliete un punto di ritiro
point-search = NPA, località, via o stazione
point-search-button = Cerca
point-skip = Vai all’elenco dei punti di ritiro
point-kind = Tipo
filter-title = Filtri
filter-late = Fino alle { $n }
filter-saturday = Sabato
filter-sunday = Domenica
filter-step-free = Senza gradini
filter-always = Giorno e notte
point-found = { $n ->
    [0] Nessun punto trovato
    [one] { $n } punto, distanza misurata da { $x }
   *[other] { $n } punti, prima il più vicino a { $x }
 }
point-empty = Dove desiderate ritirare il pacco?
point-none = Non abbiamo trovato nulla per «{ $x }»
point-none-filtered = Nessun punto corrisponde a tutti i filtri: toglietene uno.
point-none-try = Provate il numero postale o una località più grande nei dintorni.
point-alternatives = Forse intendevate:
point-hours = Orari d’apertura
point-step-free = Senza gradini
point-choose-button = Scegli
point-chosen = Scelto
point-pages = Pagine
point-next = Avanti
point-as-of = Stato dei dati: { $x }.
point-synthetic = Tutti i punti sono inventati: non sono vere sedi della Posta.
point-choose = Scegliete un punto dall’elenco
point-expired = L’elenco è rimasto aperto troppo a lungo. Scegliete di nuovo.
point-foreign = Questa scelta non corrisponde al vostro ordine. Scegliete dall’elenco.
point-gone = Questo punto non esiste più. Sceglietene un altro.
point-refused = { $x }: { $y }
point-closed = Chiuso fino al { $x } ({ $y })
hours-always = Aperto giorno e notte
hours-closed = chiuso
hours-closed-door = Chiuso
hours-open-until = Aperto fino alle { $x }
hours-open-until-day = Aperto fino a { $x }, ore { $y }
hours-opens-today = Chiuso, apre alle { $x }
hours-opens = Chiuso, apre { $x } { $y }
hours-on-arrival = All’arrivo del pacco: { $x } { $y }
filter-open = Aperto ora
filter-fits = Adatto al mio pacco
filter-remove = togli
point-both = Entrambi
point-found-near = { $n ->
    [one] { $n } punto nel raggio di { $reach } da { $x }, prima il più vicino. { $all } in tutto.
   *[other] { $n } punti nel raggio di { $reach } da { $x }, prima il più vicino. { $all } in tutto.
 }
point-found-page = Punti da { $from } a { $to } di { $n }, in ordine di distanza da { $x }
point-street-unknown = Non conosciamo questa via: distanze misurate dal centro di { $x }.
point-postcode-unknown = Non conosciamo il numero postale { $x }; distanze misurate da { $y }.
point-nowhere = I punti di ritiro al momento non sono disponibili.
point-nowhere-try = La Posta non risponde e non abbiamo ancora un elenco. Consegniamo volentieri a domicilio; oppure riprovate tra qualche minuto.
point-nowhere-home = Scegli un altro modo di consegna
point-used = Questo elenco non è più attuale: il vostro ordine nel frattempo è andato avanti. Scegliete di nuovo.
point-closed-until = Chiuso fino al { $x }
point-closed-throughout = Chiuso per tutto il termine di ritiro (fino al { $x })
point-as-of-troubled = La Posta al momento non risponde. Stato dell’elenco: { $x }.
point-remember = Ricorda questo punto per il prossimo ordine (con un cookie, per { $n } giorni)
point-forget = Dimentica il punto memorizzato
last-point = Ultima scelta
near-me = Vicino a me
near-denied = La vostra posizione non è disponibile. Inserite un luogo.
suggest-count = { $n ->
    [0] Nessun suggerimento
    [one] 1 suggerimento
   *[other] # suggerimenti
 }
map = Mappa
map-keys = Mappa, da spostare con i tasti freccia
map-open = Mostra la mappa
map-skip = Salta la mappa
map-failed = La mappa non è stata caricata. Nell’elenco c’è tutto.
map-zoom-in = Ingrandisci
map-zoom-out = Riduci
map-cluster = # punti, ingrandisci
map-close = Chiudi
map-here = Cerca qui
map-card = Selezionato sulla mappa
map-card-failed = Questo punto al momento non può essere mostrato. Ricaricate la pagina.
post-map-title = Ricerca di ubicazioni della Posta
post-map-lead = Questa ricerca è della Posta e usa una mappa di Google. Scegliete un punto; verifichiamo se accetta il vostro pacco.
post-map-link = Cerca sulla mappa della Posta
post-map-own = Torna al nostro elenco
post-map-picked = Scelto sulla mappa della Posta
post-map-unknown = Questo punto non accetta pacchi PickPost o My Post 24. Sceglietene un altro.
hours-waits = Il vostro pacco attende fino al { $x }. Giorni di apertura in questo periodo: { $y }.
hours-closed-on-arrival = Chiuso all’arrivo del vostro pacco ({ $x }); apre { $y }
holiday-new-year = Capodanno
holiday-berchtold = San Bertoldo
holiday-epiphany = Epifania
holiday-candlemas = Candelora
holiday-republic = Instaurazione della Repubblica
holiday-joseph = San Giuseppe
holiday-good-friday = Venerdì Santo
holiday-easter-monday = Lunedì di Pasqua
holiday-naefels = Pellegrinaggio di Näfels
holiday-labour = Festa del lavoro
holiday-ascension = Ascensione
holiday-whit-monday = Lunedì di Pentecoste
holiday-corpus-christi = Corpus Domini
holiday-jura = Commemorazione del plebiscito
holiday-peter-paul = Santi Pietro e Paolo
holiday-national = Festa nazionale
holiday-assumption = Assunzione
holiday-nativity-of-mary = Natività di Maria
holiday-geneva-fast = Digiuno ginevrino
holiday-fast-monday = Lunedì del Digiuno federale
holiday-nicholas-of-flue = San Nicolao della Flüe
holiday-all-saints = Ognissanti
holiday-immaculate-conception = Immacolata Concezione
holiday-christmas = Natale
holiday-stephen = Santo Stefano
holiday-restoration = Restaurazione della Repubblica
holiday-sechselaeuten = Sechseläuten
holiday-knabenschiessen = Knabenschiessen
collector-title = Chi ritira il pacco?
collector-lead = Ritiro presso { $x }.
bring-pickpost = Da portare: un documento d’identità e il numero d’invio.
bring-my-post-24 = Da portare: il codice QR inviato dalla Posta.
collector-company = Ordina una ditta, ritira una persona: indicate la persona e il suo indirizzo privato.
collector-who = La persona con il documento
collector-home-hint = Con l’indirizzo di casa: la Posta verifica così chi ritira.
collector-how = Avviso quando il pacco è pronto
collector-notify = La Posta avvisa per
notify-email = e-mail
notify-sms = SMS
collector-choose-notify = Scegliete e-mail o SMS
collector-asks-post = Il pacco può essere ritirato anche da un’altra persona. Con «Continua» la persona indicata qui viene registrata presso la Posta: trasmettiamo alla Posta nome, indirizzo di casa ed e-mail o numero di cellulare e riceviamo il numero cliente per questo pacco. Indicate solo una persona che è d’accordo.
collects = Ritira { $x } ({ $y })
collect-until = Da ritirare entro il { $x }; fa stato la data nel messaggio della Posta.
collector-too-many = Sono state inviate molte richieste alla Posta in poco tempo. I vostri dati sono ancora qui: riprovate tra { $x }.
news-given = La Posta ha tutto ciò che le serve per consegnare il pacco. Se la persona che ritira non era ancora registrata, lo è da adesso.
news-given-other = La Posta ha tutto ciò che le serve per consegnare il pacco a { $x }. Chi non vi era ancora registrato lo è da adesso.
locker-check = Prima che un pacco possa essere ritirato a uno sportello automatico, la Posta può verificare una volta l’identità. A uno sportello PickPost basta un documento d’identità.
locker-counter = Scegli un PickPost nelle vicinanze
news-to-confirm = La Posta al momento non risponde. Potete ordinare lo stesso: chiederemo di nuovo prima di spedire il pacco.
payment-title = Come desiderate pagare?
payment-invoice = Fattura
payment-invoice-hint = QR-fattura, { $n ->
    [one] { $n } giorno
   *[other] { $n } giorni
 }
payment-invoice-words = Fattura con codice QR, { $n ->
    [one] { $n } giorno
   *[other] { $n } giorni
 }
payment-card = Carta demo
payment-card-hint = Non inserite una carta vera
payment-card-words = Carta demo che termina con { $x }
payment-free = gratis
payment-accepts = è accettata
payment-declines = è rifiutata
payment-choose = Scegliete come pagare
payment-declined = La carta è stata rifiutata. L’ordine c’è ancora: provate un’altra carta o scegliete la fattura.
payment-no-demo-card = Usate uno dei due numeri demo, non una carta vera
review-title = È tutto giusto?
billing-title = Indirizzo di fatturazione
review-label = Sull’etichetta del pacco
review-registered = Sotto il nome c’è il numero cliente della Posta per questo pacco: così la Posta può avvisare quando è pronto.
review-to-confirm = Manca ancora il numero cliente: la Posta non risponde. Chiediamo di nuovo automaticamente, spediamo solo con la risposta e lo indichiamo sulla pagina dell’ordine.
review-other-point = Altro punto di ritiro
review-other-person = Altra persona
review-terms = L’ordine è soggetto alle condizioni del { $x }.
review-order-now = Ordina ora · { $x }
review-changed = Il carrello o i dati sono cambiati nel frattempo. Sotto trovate lo stato nuovo; nulla è stato ancora ordinato.
review-drift = Da quando avete visto questa pagina l’ultima volta, qualcosa è cambiato. Ecco che cosa vale ora; nulla è stato ancora ordinato.
review-sold-out = Di un articolo non ce ne sono più abbastanza. Adattate il carrello; nulla è stato ordinato.
change-title = Ecco che cosa è cambiato
change-what = Dato
change-was = Prima
change-now = Adesso
change-article = Articolo
change-name = Nome dell’articolo
change-quantity = Quantità: { $x }
change-price = Prezzo: { $x }
change-vat = Aliquota IVA: { $x }
change-gone = non c’è più
change-nothing = niente
change-day = Arrivo
change-hours = Aperto quel giorno
change-goods = Tutti gli articoli
change-delivery-price = Spese di consegna
change-vat-sum = IVA { $x } %
change-user-id-known = noto
change-user-id-open = non ancora noto
change-user-id-new = un altro, assegnato dalla Posta
review-too-many = Dalla vostra connessione sono arrivati diversi ordini in poco tempo. Non è ancora stato ordinato nulla e nulla è andato perso: ordinate di nuovo tra { $x }.

## The order

order-title = Ordine { $x }
order-thanks = Grazie, { $x }.
order-thanks-plain = Grazie.
order-lead = Abbiamo ricevuto il vostro ordine { $x }. La conferma è inviata a { $y }.
order-keep = Salvate questa pagina nei preferiti: chi ha il suo link vede l’ordine. Dopo { $n ->
    [one] { $n } giorno
   *[other] { $n } giorni
 } chiede anche il numero postale o l’e-mail.
stop-ordered = Ordinato
stop-to-confirm = In attesa della Posta
stop-packing = In preparazione
stop-on-its-way = In viaggio
stop-ready = Pronto al punto di ritiro
stop-ready-when = { $x }. La Posta manda un avviso.
stop-after-answer = Appena la Posta avrà risposto
stop-delivered = Consegnato
stop-arrived = Arrivato
order-to-confirm = La Posta non ha ancora confermato il numero cliente. Chiediamo di nuovo automaticamente e spediamo il pacco solo dopo. Non dovete fare nulla: appena arriva, la risposta è su questa pagina.
order-to-confirm-person = La Posta non ha ancora confermato il numero cliente. Ora se ne occupa una persona del negozio che, se serve, vi contatta a { $x }. Il pacco parte solo con il numero.
order-look-again = Controlla se è arrivata la risposta
order-came = La Posta ha confermato il numero cliente: è qui sotto. Il vostro pacco può partire.
order-bill-to = Fattura a
order-collecting = Per il ritiro
order-name2 = Numero cliente per questo pacco
order-ident = Numero d’invio
order-parcels = { $n ->
    [one] Il vostro pacco
   *[other] I vostri { $n } pacchi
 }
parcel-of = Pacco { $x } di { $y }
parcel-announced = annunciato
parcel-handed-over = in viaggio
parcel-ready = pronto per il ritiro
parcel-collected = ritirato o recapitato
parcel-returned = tornato
order-parcels-why = È troppo per un solo pacco. Tutti vanno nello stesso luogo, ognuno con il suo numero; l’ordine è concluso quando tutti sono ritirati o recapitati.
order-post-tells = La Posta avvisa automaticamente appena il pacco è pronto.
order-lines = Articoli
order-terms = Valgono le condizioni del { $x }.
order-bill = QR-fattura
order-bill-pdf = Fattura in PDF
order-lead-erased = Abbiamo ricevuto il vostro ordine { $x }.
order-erased = Cancellati il { $x }: i dati di contatto, la persona che ha ricevuto o ritirato il pacco, il numero cliente e l’etichetta.
order-mine = Altre informazioni su quest’ordine
order-data = I vostri dati: copia e cancellazione
orders-title = I vostri ordini
orders-remember = Ricorda in questo browser
orders-remember-how = Con un cookie, per { $n } giorni.
orders-lead = Questo browser conosce questi ordini.
orders-remembered = memorizzato
orders-for-a-day = solo per oggi; più a lungo con «Ricorda in questo browser» sulla sua pagina
orders-forget = Dimentica tutti
orders-none = Questo browser non conosce alcun ordine.
orders-none-how = Un ordine resta qui per { $n ->
    [one] un giorno
   *[other] { $n } giorni
 }, e più a lungo se scegliete «Ricorda in questo browser» sulla sua pagina. Con il suo link lo ritrovate sempre.
proof-title = È il vostro ordine?
proof-lead = Questo link ha più di { $n ->
    [one] { $n } giorno
   *[other] { $n } giorni
 }. Chi ha ordinato, che cosa e per quale indirizzo lo mostriamo solo se inserite il numero postale dell’indirizzo di fatturazione o l’indirizzo e-mail dell’ordine.
proof-placed = Ordinato il
proof-delivery = Consegna
proof-state = Stato
proof-show = Mostra l’ordine
field-proof = Numero postale o indirizzo e-mail
field-proof-postcode = Numero postale dell’indirizzo di fatturazione
proof-missing = Compilate questo campo
proof-wrong = Non corrisponde a questo ordine
proof-too-many = Troppi tentativi. Riprovate tra { $x }.
data-title = I vostri dati, ordine { $x }
data-kept-title = Che cosa conserviamo, e fino a quando
data-people = E-mail, telefono, chi riceve o ritira il pacco, numero cliente, etichette
data-books = Indirizzo di fatturazione, articoli, importi, pagamento, tipo di consegna, punto di ritiro, cronologia
data-until = fino al { $x }
data-erased-on = cancellato il { $x }
data-why = Dobbiamo conservare i libri e i documenti contabili per { $n ->
    [one] { $n } anno
    [10] dieci anni
   *[other] { $n } anni
 } (art. 958f CO). Il resto serve solo finché il pacco è arrivato e non restano domande; poi lo cancelliamo automaticamente.
data-copy-title = Copia
data-copy-lead = Tutto ciò che abbiamo salvato su questo ordine, in un file JSON. Si apre con qualsiasi editor di testo.
data-copy = Scarica la copia
data-erase-title = Cancellazione
data-erase-lead = Cancelliamo subito ciò che nessuna legge impone di conservare: e-mail, telefono, chi ha ricevuto o ritirato il pacco, numero cliente ed etichette. Il resto dobbiamo conservarlo fino al { $x }. La cancellazione è definitiva.
data-erase = Cancella ora
data-gone = Cancellato il { $x }. Il resto dobbiamo conservarlo fino al { $y } (art. 958f CO).
data-not-yet = Non ancora: l’ordine non è concluso, e forse dovremo contattarvi per il pacco. Appena è concluso cancelliamo su richiesta; altrimenti automaticamente il { $x }.
data-too-many = Diverse richieste in poco tempo. Riprovate tra { $x }.
bill-title = Fattura { $x }
bill-dates = { $x }, pagabile entro il { $y }
bill-vat-number = { $x } IVA
bill-delivery = Fornitura: consegnata alla Posta il { $x }
bill-delivery-expected = Fornitura: prevista per il { $x }
bill-delivery-open = Fornitura: la pagina del vostro ordine indicherà il giorno appena sarà noto.
bill-vat = IVA { $x } %: { $y } compresa in { $z }
bill-more = e altri { $n }
bill-demonstration = Dimostrazione: non pagare.

## Codes of the Barcode API

code-combination = Queste prestazioni non si possono ordinare insieme, oppure i loro codici non stanno sull’etichetta. Toglierne una o scegliere un’etichetta più grande.
code-service = La Posta non conosce una delle prestazioni ordinate. L’ordine è a posto: avvisare chi si occupa del negozio.
code-layout = Il formato dell’etichetta non è ammesso per questo invio. Scegliere A5, A6 o A7.
code-recipient = L’indirizzo del destinatario è incompleto o contiene un carattere che la Posta non accetta. Controllare l’indirizzo.
code-home-office = Manca l’ufficio di domicilio del mittente. Figura nel contratto con la Posta: avvisare chi si occupa del negozio.
code-licence-missing = Manca la licenza di affrancatura. Si imposta con POST_FRANKING_LICENCE; il numero figura nel contratto con la Posta.
code-licence-refused = Questa licenza di affrancatura non è ammessa per questo accesso o questa prestazione. Confrontare POST_FRANKING_LICENCE con il contratto; se è giusta, chiedere alla Posta.
code-licence-length = La licenza di affrancatura è troppo lunga o troppo corta. Confrontare POST_FRANKING_LICENCE con il contratto.
code-number-range = Il numero d’invio è fuori dall’intervallo ammesso. Ne serve uno nuovo.
code-number-used = Questo numero d’invio è già stato usato. Non deve comparire su un altro pacco: ne serve uno nuovo.
code-file-format = La Posta non disegna l’etichetta in questo formato di file. Scegliere PDF, PNG o ZPL2.
code-resolution = La risoluzione dell’etichetta non è ammessa. Scegliere 200, 300 o 600 punti per pollice.
code-sender = L’indirizzo del mittente è incompleto o troppo lungo. Controllare nome, via e località del negozio nelle impostazioni.
code-logo = Il logo del mittente è troppo grande, in un formato sbagliato o girato male. Scegliere un GIF, PNG o JPG di al massimo 50 KB, o nessuno.
code-country = Il paese manca o non è noto alla Posta. Indicare due lettere, ad esempio CH.
code-postcode-missing = A un pacco in Svizzera manca il numero postale. Completare l’indirizzo.
code-postcode = Il numero postale non è valido: in Svizzera contiene soltanto cifre. Controllare l’indirizzo.
code-weight-most = Il pacco pesa più di quanto ammetta questa prestazione. Controllare il peso o dividere l’ordine.
code-weight-least = Il peso deve superare zero grammi. Controllare il peso degli articoli.
code-e-mail = L’indirizzo e-mail per i messaggi della Posta non è valido. Controllare l’indirizzo.
code-phone = Il numero di cellulare per i messaggi della Posta non è valido: da 10 a 20 caratteri, solo cifre e spazi. Controllare il numero.
code-notification = Il tipo e l’indirizzo di un messaggio non vanno insieme: un’e-mail senza indirizzo o un SMS senza numero. Controllare i dati.
code-instruction = Un’istruzione di recapito e un messaggio si escludono, oppure l’uno richiede l’altro. Toglierne uno o aggiungere quello che manca.
code-item-id = L’identificativo dell’invio contiene un carattere vietato. Sono ammessi lettere, cifre, trattino basso, meno e più: avvisare chi si occupa del negozio.
code-label-lines = L’etichetta porta da due a cinque righe d’indirizzo proprie, di al massimo 35 caratteri. Controllare le righe.
code-not-there = Questa prestazione non è disponibile a questo indirizzo. Scegliere un’altra prestazione o un altro luogo di consegna.
code-system = Si è verificato un errore presso la Posta; l’ordine non c’entra. Riprovare più tardi.
code-system-lasting = Si è verificato un errore presso la Posta che resta anche riprovando. Chiedere alla Posta citando questo codice.
code-franking-ignored = L’indicazione di affrancatura P.P. è stata omessa, perché questa prestazione non ne ha bisogno. Niente da fare.
code-title-dropped = L’appellativo non stava sull’etichetta e vi manca. Il pacco arriverà; niente da fare.
code-suffix-dropped = Il complemento d’indirizzo non stava sull’etichetta e vi manca. Verificare che il pacco arrivi anche senza; altrimenti scegliere un’etichetta più grande.
code-sender-shortened = Le righe del mittente sono state accorciate sull’etichetta. In caso di ritorno l’indirizzo può mancare; altrimenti niente da fare.
code-name3-dropped = La terza riga del nome (c/o, reparto) non stava sull’etichetta e vi manca. Verificare che il pacco arrivi anche senza; altrimenti scegliere un’etichetta più grande.
code-text-dropped = Il testo libero non stava sull’etichetta e vi manca. Il pacco arriverà; niente da fare.
code-lines-dropped = Le righe d’indirizzo erano più di quante l’etichetta ne contenga; quelle in eccesso vi mancano. Unire le righe o scegliere un’etichetta più grande.
code-unknown-error = La Posta ha rifiutato l’invio, con un codice che questo negozio non conosce. Chiedere alla Posta citandolo.
code-unknown-warning = La Posta ha accettato l’invio, con un avviso che questo negozio non conosce. Guardare l’etichetta prima dell’impostazione.
code-unknown = La Posta ha segnalato qualcosa che questo negozio non conosce. Chiedere alla Posta citando il codice.

## Terms and imprint

terms-title = Condizioni
terms-version = Versione del { $x }
terms-demo-title = Una dimostrazione
terms-demo = Questo negozio mostra come si svolge un ordine con PickPost e My Post 24. Non nasce alcun contratto, non si consegna nulla e non c’è nulla da pagare.
terms-price-title = Prezzi
terms-price = Tutti i prezzi sono in franchi svizzeri, IVA inclusa. La consegna costa CHF { $point } a un punto di ritiro, { $bands } a un indirizzo e CHF { $bulky } per un pacco ingombrante.
terms-price-band = CHF { $x } fino a { $y } kg
terms-delivery-title = Consegna
terms-delivery = Quanto ordinato entro mezzanotte va alla Posta il giorno lavorativo seguente e arriva quello dopo. Il pacco aspetta { $x } giorni a un punto di ritiro, { $y } in uno sportello automatico.
terms-payment-title = Pagamento
terms-payment = Su fattura a { $n ->
    [one] { $n } giorno
   *[other] { $n } giorni
 } o con la carta demo. Entrambi i modi di pagamento sono gratuiti.
terms-law-title = Diritto
terms-law = Si applica il diritto svizzero.
about-title = Impressum e protezione dei dati
about-lead = murmel è un negozio inventato. È un modello aperto: mostra come integrare PickPost e My Post 24 nell’ordinazione.
about-imprint-title = Impressum
about-imprint = Ditta, indirizzo e conto sono inventati.
about-privacy-title = Protezione dei dati
about-privacy = Ciò che inserite resta sul server di questo negozio, come bozza fino a { $n ->
    [one] un giorno
   *[other] { $n } giorni
 } dopo l’ultima modifica. Nessuna pubblicità, nessuna statistica, nessuno script di terzi.
about-privacy-order = Di un ordine conserviamo per { $days ->
    [one] { $days } giorno
   *[other] { $days } giorni
 } e-mail, telefono, la persona che riceve o ritira il pacco, il numero cliente della Posta e le etichette. L’indirizzo di fatturazione, gli articoli, gli importi, il pagamento, il tipo di consegna, il punto di ritiro e la cronologia restano per { $years ->
    [one] { $years } anno
    [10] dieci anni
   *[other] { $years } anni
 } dalla fine dell’anno, come la legge impone per i libri contabili (art. 958f CO). Poi cancelliamo tutto automaticamente. Le copie di sicurezza lo contengono finché non vengono cancellate anch’esse.
about-privacy-rights = Il link di un ordine mostra tutto per { $n ->
    [one] { $n } giorno
   *[other] { $n } giorni
 }; poi chiede il numero postale dell’indirizzo di fatturazione o l’indirizzo e-mail. Sulla pagina dell’ordine ottenete una copia di tutto ciò che è salvato e potete far cancellare ciò che nessuna legge impone di conservare, appena l’ordine è concluso.
about-privacy-post = Per un ritiro, nome, indirizzo ed e-mail o numero di cellulare della persona che ritira vanno alla Posta. Questa persona viene così registrata presso la Posta, anche se un’altra ordina e paga. Se la Posta non risponde, rimandiamo automaticamente gli stessi dati per alcuni giorni. In questa dimostrazione un simulatore fa la parte della Posta.
about-privacy-address = Quando si inserisce un indirizzo durante l’ordine, inviamo nome e indirizzo alla Posta per la verifica; con gli script anche il numero postale, la via e il numero civico mentre si scrive. Ne conserviamo solo una proposta, fino alla risposta o all’ordine.
cookies-title = Cookie
about-cookies = Nessuno serve a pubblicità o statistiche, e tutti sono di questo negozio. Il primo nasce solo quando mettete qualcosa nel carrello o rispondete alla domanda di un ordine, gli altri solo se lo desiderate.
cookie-session = Tiene insieme il carrello e conosce i vostri ultimi { $orders ->
    [10] dieci
   *[other] { $orders }
 } ordini: il numero del carrello, quanti articoli contiene, i link degli ordini, un codice casuale contro i moduli falsificati e, nella gestione, chi ha effettuato l’accesso. Dopo l’ultima modifica vale ancora:
cookie-last-point = Ricorda, se lo desiderate, il punto di ritiro scelto. Vale:
cookie-orders = Ricorda, se lo desiderate, i link degli ordini. Vale:
cookie-days = { $n ->
    [one] { $n } giorno
   *[other] { $n } giorni
 }
about-limits = Contro gli abusi contiamo quanti ordini, richieste, password e numeri postali arrivano da uno stesso indirizzo di rete. Non salviamo l’indirizzo, ma un codice che senza la nostra chiave non permette di risalirvi: per alcune ore, e fino a un mese per l’accesso alla gestione.
about-credits-title = Ringraziamenti
about-credits-places = Luoghi
about-credits-pictures = Immagini
about-credits-fonts = Caratteri

## Behind the counter

sign-in-title = Accedi
sign-in = Accedi
sign-out = Esci
sign-in-wrong = E-mail o password errati
sign-in-wait = Troppi tentativi. Riprovate tra { $x }.
sign-in-busy = In questo momento accedono moltissime persone. Riprovate tra qualche secondo.
password-title = Nuova password
password-printed = Questa password è stata mostrata al primo avvio; forse si trova ancora su uno schermo o in un registro. Sceglietene un’altra.
password-today = Password attuale
password-new = Nuova password
password-advice = Almeno { $n ->
    [10] dieci caratteri
   *[other] { $n } caratteri
 }. Più parole senza legame si ricordano bene e si indovinano male.
password-change = Cambia password
password-later = Più tardi
password-wrong = La password attuale non è corretta
password-weak = Scegliete una password di almeno { $n ->
    [10] dieci caratteri
   *[other] { $n } caratteri
 }, che non sia comune né ricavata dall’indirizzo e-mail
merchant-nav = Gestione
merchant-orders = Ordini
merchant-waiting = In attesa della Posta
merchant-points = Punti di ritiro
merchant-refreshes = Ultimi aggiornamenti
merchant-source = Fonte
merchant-outcome = Esito
merchant-changes = Modifiche
merchant-points-troubled = L’ultimo aggiornamento non è riuscito; restano gli ultimi dati validi
merchant-none = Nessuno ha ancora ordinato.
merchant-none-waiting = Nulla attende la Posta.
merchant-count = { $n ->
    [one] { $n } ordine
   *[other] { $n } ordini
 }
merchant-count-more = Più di { $n } ordini
merchant-number = Numero
merchant-placed = Ordinato
merchant-when = Data
merchant-who = Fattura a
merchant-where = Consegna
merchant-newer = Più recenti
merchant-older = Più vecchi
merchant-newest = I più recenti
merchant-oldest = I più vecchi
merchant-order = Ordine { $x }
merchant-verified = Stato presso la Posta: { $x }
merchant-journey = Percorso dell’indirizzo
merchant-history = Cronologia
journey-billing = Inserito: chi paga
journey-home = Inserito: il domicilio della persona che ritira
journey-chosen = Scelto: il punto di ritiro
journey-data-of = Dai dati del { $x }
journey-sent = Inviato alla Posta
journey-took = { $x } ms
journey-questions = { $n } richieste in tutto
journey-trace = Trace
journey-request = Che cosa si invia, mascherato
journey-answered = Risposta della Posta
journey-waits = La Posta non ha ancora dato uno User ID.
journey-erased = Lo User ID è stato cancellato alla scadenza.
journey-printed = Stampato sull’etichetta
journey-parcel = Il pacco presso il simulatore
journey-no-label = Ancora niente: nessuna etichetta senza User ID.
merchant-label = Etichetta
merchant-label-alt = Anteprima dell’etichetta per { $x }
merchant-specimen = Un’anteprima: SPECIMEN significa che questo pacco non può essere spedito così.
label-count = { $x } caratteri su { $y }
label-dropped = Tralasciato per mancanza di spazio: «{ $x }» ({ $y })
label-name-two-lines = Il nome supera una riga e ne occupa due.
label-name-initials = Il nome supera una riga: del nome proprio restano le iniziali.
label-name-small = Il nome supera una riga e figura in caratteri più piccoli.
preview-title = Etichetta di { $x }
preview-link = L’etichetta, zona per zona
preview-layout = Formato
preview-orientation = Foglio
preview-landscape = Orizzontale
preview-portrait = Verticale
preview-size = Visualizzazione
preview-true = Dimensioni reali
preview-large = Il doppio
preview-parcel = Pacco
preview-plan = Etichetta con righelli in millimetri
preview-print = Stampata al 100 %, questa pagina è esattamente un’etichetta.
preview-lines = L’indirizzo come viene stampato
preview-zones = Che cosa si trova dove
preview-place = a { $x } mm da sinistra, a { $y } mm dall’alto
preview-measure = { $x } × { $y } mm
zone-franking = Ufficio di domicilio e licenza
zone-version = Riga di versione
zone-logo = Logo della Posta
zone-ident = Codice d’identificazione
zone-number = Numero d’invio
zone-service = Codice di prestazione
zone-weight = Peso
zone-parcel = Pacco n di m
zone-sender = Mittente
zone-free-text = Testo libero
zone-recipient = Destinatario
zone-words-franking = Dove il negozio consegna i pacchi e la licenza a cui sono addebitati. A7 non ha posto per l’ufficio.
zone-words-version = Quale programma ha disegnato l’etichetta e in che giorno.
zone-words-logo = Qui la Posta stampa il suo logo; il negozio lascia il posto vuoto.
zone-words-ident = Code 128 di 18 cifre: 99, la licenza, il numero d’invio. Lungo da 68 a 69 mm, alto 23 mm, 8 mm liberi a sinistra.
zone-words-number = Lo stesso numero in cifre leggibili, in quattro gruppi.
zone-words-service = Come viaggia il pacco: un codice di quattro cifre con la sua sigla accanto. Economy non ne ha.
zone-words-weight = Quanto pesa la merce, arrotondato ai cento grammi superiori. La Posta pesa di nuovo.
zone-words-parcel = Quale pacco dell’ordine è, e di quanti.
zone-words-sender = Dove va il pacco se nessuno lo ritira; ruotato di 90 gradi.
zone-words-free-text = Una riga del negozio sopra il nome, 34 caratteri; l’ultima a sparire se manca lo spazio.
zone-words-recipient = Chi ritira, sotto la parola chiave e lo User ID, poi via e località del punto di ritiro. Tutt’intorno 10 mm liberi.
merchant-no-label = Ancora nessuna etichetta: la Posta non ha confermato lo User ID.
merchant-erased = Non c’è più un’etichetta: ciò che vi stava scritto è stato cancellato.
merchant-void = Non c’è più un’etichetta: questo ordine è chiuso. Una già stampata non vale più; da non usare.
merchant-ask-again = Chiedi di nuovo alla Posta
merchant-asked-still = La Posta è stata interpellata ancora una volta, senza risultato: { $x }. Poi: { $y }
merchant-asked-known = La Posta è stata interpellata e ha risposto: lo User ID c’è.
shipment = Dati d’invio
shipment-sent = inviati
shipment-waiting = in attesa
shipment-refused = rifiutati
shipment-sent-at = La Posta li ha dal { $x }
shipment-refused-at = La Posta li ha rifiutati il { $x }: correggere ciò che contesta, poi inviare di nuovo
shipment-now = Si stanno inviando
shipment-held = Partono il { $x }
shipment-retried = Nuovo tentativo il { $x }
shipment-given-up = Tentato invano per giorni; nessun altro tentativo automatico
shipment-never = Non partono automaticamente
shipment-send = Invia ora
shipment-again = Invia di nuovo
shipment-final = La Posta non riprende nulla: ciò che è inviato resta annunciato.
shipment-service = Tipo d’invio
shipment-priority = Priority (PRI), come promesso con l’ordine
shipment-economy = Economy (ECO), un giorno lavorativo più tardi
shipment-extras = Prestazioni complementari
service-not-at-a-point = { $x } non ha senso in un punto di ritiro: lì qualcuno viene a prendere il pacco.
service-switched-off = { $x } è disattivato per i punti di ritiro: nessuna fonte dice che la Posta lo accetti lì (SHOP_POINT_SERVICES).
service-not-offered = { $x } non può essere ordinato da questo negozio: agli ordini manca ciò che la Posta dovrebbe sapere.
service-unknown = { $x } non è una prestazione della Posta che conosciamo.
service-basic = A un pacco serve esattamente una prestazione di base: ECO o PRI.
label-refused-user-id = La Posta non ha ancora dato lo User ID. Senza di esso il pacco non arriva a nessuno, perciò non si ordina un’etichetta.
label-way-user-id = Chiedere di nuovo alla Posta sulla pagina dell’ordine, o scegliere un altro punto di ritiro. Appena risponde, si va avanti automaticamente.
label-refused-ended = Questo ordine è chiuso: nessun pacco parte più.
label-way-ended = Nulla da fare. Non usare un’etichetta stampata.
label-refused-erased = I dati personali di questo ordine sono cancellati: non c’è più nessuno a cui mandare il pacco.
label-way-erased = Chi aspetta ancora qualcosa deve ordinare di nuovo.
label-refused-point = Il punto di ritiro non esiste più, o è chiuso quando arriverebbe il pacco: l’ordine è sospeso.
label-way-point = Scegliere un altro punto di ritiro, o lasciar partire comunque l’ordine sulla sua pagina.
label-refused-held = L’ordine è sospeso: nulla va alla Posta.
label-way-held = Lasciarlo partire sulla sua pagina; l’etichetta viene poi ordinata automaticamente.
label-refused-left = Il pacco è già consegnato, senza che la Posta abbia disegnato un’etichetta.
label-way-left = Se è un errore, aggiungete una nota; se il pacco torna, si può inviare di nuovo da lì.
label-way-services = Scegliere ECO o PRI sulla pagina dell’ordine e inviare di nuovo.
shipment-official = Etichetta della Posta
shipment-field = La Posta non accetta il campo { $x }
shipment-unread = La Posta non ha potuto leggere la richiesta (400)
shipment-no-item = La Posta ha risposto senza il pacco: è la sua risposta a una licenza di affrancatura che non conosce
shipment-unknown = La Posta ha dato un motivo che non è un codice noto
return = Etichetta di reso
return-ask = Ordinarla alla Posta
return-hint = Dalla persona a noi, Economy. Non rimborsa nulla: un rimborso si decide quando il pacco è qui.
return-drawn = { $x }, dalla Posta il { $y }
return-refused = La Posta l’ha rifiutata:
return-lost = La Posta non ha risposto. Il numero { $x } è usato; una nuova ordinazione ne prende un altro.
return-asking = Si sta ordinando.
official-title = Etichetta ufficiale dell’ordine { $x }
official-none = La Posta non ha ancora disegnato un’etichetta per questo ordine. Lo fa quando i dati del pacco sono inviati.
official-erased = L’etichetta è stata cancellata alla sua scadenza, con il nome che vi figurava.
official-caption = Così l’ha disegnata la Posta. Guardarla qui non conta come stampa.
official-no-viewer = Questo browser non può mostrare un PDF qui: aprite l’etichetta con il pulsante.
print-title = Stampata
print-times = { $n ->
    [one] { $n } volta
   *[other] { $n } volte
 }
print-never = non ancora
parcel-weight = Peso della merce
parcel-contents = Contenuto
merchant-waits-why = Perché
merchant-waits-since = Attende dal
merchant-waits-calls = Richieste
merchant-waits-next = Prossimo passo
waits-asked-at = Chiediamo di nuovo automaticamente: { $x }
waits-asked-now = Stiamo chiedendo di nuovo
waits-pill = da decidere
waits-decide = Senza risposta da giorni: chiedete di nuovo, e il negozio continuerà automaticamente, o concordate un’altra soluzione con il cliente
waits-let-go = Il negozio non chiede più automaticamente: chiedete di nuovo, e continuerà, o concordate un’altra soluzione con il cliente
outcome-answered = La Posta ha risposto
outcome-none = La Posta non è ancora stata interpellata
outcome-timeout = La Posta non ha risposto in tempo
outcome-unreachable = La Posta non era raggiungibile
outcome-down = La Posta ha segnalato un errore da parte sua
outcome-refused = La Posta ha rifiutato la richiesta
outcome-unauthorised = La Posta ha rifiutato le nostre credenziali
outcome-nonsense = La risposta della Posta era incomprensibile
outcome-busy = La Posta vuole essere interpellata meno spesso
outcome-paused = La Posta non è stata interpellata: diverse richieste erano appena fallite
outcome-crowded = La Posta non è stata interpellata: troppe richieste insieme
outcome-troubled = La Posta ha segnalato una perturbazione
outcome-cut-off = Il negozio si è fermato prima della risposta
outcome-used = La Posta conosceva già il numero
outcome-licence = Il numero apparteneva a un’altra licenza di affrancatura
merchant-jobs = Lavori
merchant-jobs-none = Tutto a posto: nessun lavoro in secondo piano è rimasto indietro.
merchant-jobs-lead = Ciò che non si è potuto fare in secondo piano. Viene ripetuto automaticamente finché non è abbandonato; poi attende qui.
merchant-job-what = Che cosa
merchant-job-since = Dal
merchant-job-tries = Tentativi
merchant-job-why = Ultimo motivo
merchant-job-next = Prossimo tentativo
merchant-job-dead = abbandonato
merchant-job-again = Riprova
merchant-job-give-up = Scarta
job-refresh-points = Aggiornamento dei punti di ritiro
job-refresh-holidays = Aggiornamento dei giorni festivi della Posta
job-sweep-sessions = Eliminazione delle sessioni scadute
job-sweep-limits = Eliminazione dei contatori non più necessari
job-sweep-sign-ins = Eliminazione dei vecchi tentativi di accesso
job-sweep-baskets = Eliminazione dei carrelli abbandonati
job-sweep-mandates = Eliminazione dei mandati senza ordine
job-erase-user-ids = Cancellazione degli User ID alla scadenza
job-erase-people = Cancellazione dei dati personali alla scadenza
job-confirm-user-id = Chiedere alla Posta lo User ID di un ordine
job-send-shipment = Invio dei dati di un pacco alla Posta
job-send-mails = Invio delle e-mail di un ordine
job-track-parcels = Chiedere alla Posta che cosa ha visto dei pacchi
job-fault-database = Errore della banca dati
job-fault-carrier = La Posta non ha risposto
job-fault-no-user-id = La Posta non ha dato uno User ID
job-fault-busy = Qualcun altro se ne stava occupando
job-fault-panic = Un errore del programma
job-fault-payload = I suoi dati sono illeggibili
job-fault-cut-off = Il negozio si è fermato a metà
job-fault-refused = La Posta li ha rifiutati: l’ordine dice perché
job-fault-used = La Posta conosce già i numeri
job-fault-mail-unreachable = Il server di posta non era raggiungibile
job-fault-mail-slow = Il server di posta era troppo lento
job-fault-mail-unencrypted = La connessione al server di posta non ha potuto essere cifrata
job-fault-mail-sign-in = Il server di posta ha rifiutato l’utente o la password di MAIL_URL
job-fault-mail-refused = Il server di posta non accettava e-mail
job-fault-mail-later = Il server di posta chiedeva di riprovare più tardi
job-fault-mail-never = Il server di posta ha rifiutato l’indirizzo: l’ordine dice per quale e-mail
job-fault-mail-words = L’e-mail non ha potuto essere scritta
state-known = User ID noto
state-to-confirm = da confermare
state-erased = User ID cancellato
event-placed = Ordinato
event-asked-post = Chiesto alla Posta
event-times = { $x } volte, fino al { $y }
event-asked-again = Chiesto di nuovo
event-user-id-known = User ID noto
event-user-id-to-confirm = User ID da confermare
event-parcel-announced = Pacco annunciato
event-send-now = Inviato subito
event-data-copied = Copia dei dati scaricata
event-data-erased = Dati personali cancellati
event-shipment-sent = La Posta ha i dati del pacco
event-shipment-refused = La Posta ha rifiutato i dati del pacco
event-shipment-failed = Non inviato
event-number-written-off = Numero scartato, assegnato uno nuovo
event-label-printed = Etichetta della Posta stampata
event-label-printed-again = Etichetta della Posta ristampata, la stessa
event-return-label-drawn = Etichetta di reso della Posta
event-return-label-printed = Etichetta di reso stampata
event-return-label-printed-again = Etichetta di reso ristampata, la stessa
event-return-label-failed = Nessuna etichetta di reso, il numero è usato
event-mail-sent = E-mail inviata
event-mail-refused = E-mail rifiutata

merchant-search = Cerca
merchant-search-what = Numero d’ordine, nome, e-mail, numero d’invio o riferimento
merchant-search-none = Nessun risultato. Nomi e indirizzi e-mail si cercano dal loro inizio.
merchant-search-end = Nient’altro trovato.
merchant-search-vague = Più di { $n } nomi iniziano così: digitate più lettere per trovarli tutti.
merchant-state = Stato
queues = Liste
queue-all = Tutti
queue-to-pack = Da imballare
queue-packed = Imballati
queue-held = Sospesi
queue-handed-over = Consegnati alla Posta
queue-ready = Pronti per il ritiro
queue-collected = Ritirati o recapitati
queue-returned = Tornati
queue-cancelled = Annullati
queue-refunded = Tornati e chiusi
queue-refused = Invio rifiutato
queue-jobs = Lavori non riusciti
queue-overdue = Fatture scadute
queue-none = Questo elenco è vuoto.
queue-since = Dal
queue-why-to-pack = Il pacco ha il suo numero
queue-why-packed = Imballato e ancora qui
queue-why-returned = Nessuno ha ritirato il pacco, o non è stato possibile recapitarlo
queue-next-refused = Correggere ciò che la Posta non accetta, poi inviare di nuovo dall’ordine
many-choose-one = Scegli { $x }
many-packed = Segna come imballati
many-handed-over = Segna come consegnati alla Posta
many-none = Nessun ordine è stato scelto.
many-before = { $x } era già lì
many-refused = { $x } resta com’è: { $y }
many-unknown = Non c’è alcun ordine { $x }
many-all = Tutti su questa pagina
pile-title = Etichette in un PDF
pile-link = Etichette in un PDF
pile-all = Etichette di tutti gli ordini di questa lista
pile-too-many = Al massimo { $x } ordini alla volta: sceglietene di meno.
pile-most = Al massimo { $x } ordini alla volta: stampate gli altri dopo.
pile-nobody = Nessun ordine è stato scelto: sceglietene in una lista.
pile-drawing = Disegnate da
pile-official = la Posta
pile-preview = noi (anteprima)
pile-official-words = Come la Posta le ha disegnate, per la spedizione. Ogni etichetta nel file vale come stampata.
pile-missing = Non nel file
pile-order = Nell’ordine dell’imballaggio
pile-printed = Già stampata
pile-unknown = Questo ordine non esiste.
pile-way-unknown = Controllate il numero.
pile-left = L’ordine non è più qui: il suo pacco è partito o è tornato.
pile-way-left = Un’etichetta già usata si ristampa solo sulla pagina dell’ordine.
pile-undrawn = La Posta non ha ancora disegnato questa etichetta.
pile-way-undrawn = Ordinatela sulla pagina dell’ordine, o stampate un po’ più tardi. La nostra anteprima c’è già.
pile-refused = La Posta rifiuta i dati del pacco.
pile-way-refused = Correggete sulla pagina dell’ordine ciò che contesta, poi inviate di nuovo.
pile-too-much = Il file è pieno: le etichette precedenti lo occupano tutto.
pile-way-too-much = Stampate prima quelle, poi questa.
pile-unbound = L’immagine disegnata dalla Posta non si può riunire ad altre in un file.
pile-way-unbound = Stampatela da sola, sulla pagina dell’ordine.
pile-count = { $n ->
    [0] Nessuna etichetta.
    [one] { $n } etichetta.
   *[other] { $n } etichette.
 }
pile-missing-count = { $n ->
   *[other] { $n } no.
 }
pile-file = { $n ->
    [one] PDF con { $n } etichetta
   *[other] PDF con { $n } etichette
 }
pile-again = { $n ->
    [one] Una di esse è già stata stampata.
   *[other] { $n } di esse sono già state stampate.
 }
payments = Pagamenti
payments-told = Esito
payments-amount = Importo
payments-one = Una fattura
payments-reference = Riferimento della QR-fattura, digitato o scansionato
payments-mark = Segna come pagata
payments-file = Ciò che comunica la banca
payments-camt = Testo di un file camt.054
payments-take = Registra
payments-overdue = Fatture scadute
payments-none = Nessuna fattura è scaduta.
payments-next = Prossimo passo: scrivere al cliente.
payments-due = Da pagare entro
payments-days = Giorni di ritardo
payments-more = Successive
receipt-no-reference = Questo non è un riferimento di QR-fattura: ha { $n } cifre, e l’ultima è una cifra di controllo.
receipt-no-lines = Il file non comunica alcun accredito.
receipt-not-xml = Questo testo non è leggibile come XML. Incollate il file intero, dal primo all’ultimo carattere.
receipt-not-camt = È XML, ma non un camt.054 (avviso di addebito e accredito).
receipt-too-many = Il file ha più di { $n } accrediti: registratelo in più volte.
receipt-currency = Non in franchi svizzeri: nulla segnato
receipt-amount = Nessun importo leggibile: nulla segnato
receipt-debit = Un addebito, non un accredito: nulla da segnare
receipt-reversal = La banca ha ripreso un accredito: guardare quell’ordine
receipt-pending = Annunciato e non ancora contabilizzato: nulla segnato
receipt-paid = Pagata
receipt-wrong-amount = Importo sbagliato, nulla segnato: da pagare { $x }
receipt-unknown = Nessun ordine ha questo riferimento
receipt-already-marked = Era già pagata
receipt-already-paid = Era già pagata: pagata due volte? Verificare e rimborsare l’eccedenza
receipt-told = Già comunicato: nulla più da fare
receipt-not-due = Non più dovuta, l’ordine è concluso: rimborsare
slip = Distinta d’imballaggio
slip-title = Distinta d’imballaggio { $x }
slip-packed = Imballato
slip-pieces = Pezzi
slip-article = Articolo
slip-sum = Pezzi in tutto: { $x } · la merce pesa { $y }
handover = Lista di consegna
handover-title = Consegnati il { $x }
handover-today = Consegnati oggi
handover-packed = Imballati, non ancora consegnati
handover-before = Giorno prima
handover-after = Giorno dopo
handover-none = Nessun pacco.
handover-part = Pacco
handover-weight = merce { $x }
handover-given = Consegnato: data, nome, firma
handover-taken = Preso in consegna: data, nome, firma
handover-cut = Più di { $n } ordini: gli altri non sono su questa lista.
handover-count = { $n ->
    [one] { $n } pacco
   *[other] { $n } pacchi
 }
handover-orders = { $n ->
    [one] { $n } ordine
   *[other] { $n } ordini
 }
day = Pagamento e imballaggio
day-coded = Il codice della QR-fattura non conosce tutti i caratteri: contiene «{ $x }», mentre viene stampato «{ $y }».
day-coded-cut = Il codice della QR-fattura non ha posto per tutto: contiene «{ $x }», mentre viene stampato «{ $y }».
day-due = da pagare
day-paid = pagato
day-cancelled = non più da pagare
day-refunded = rimborsato
notes = Note
notes-new = Nuova nota, solo per voi: il cliente non la vede
notes-write = Annota
event-paid = Pagata
many-done = { $n ->
    [one] { $n } ordine segnato
   *[other] { $n } ordini segnati
 }
payments-count = { $n ->
    [one] { $n } fattura.
   *[other] { $n } fatture.
 }
payments-count-more = Più di { $n } fatture.

# The life of an order.
stop-ready-until = Dal { $x } al { $y }
stop-ready-longer = Più a lungo del solito: la Posta ha prolungato il termine.
stop-collected = Ritirato
stop-cancelled = Annullato
stop-held = Sospeso
stop-returned = Tornato da noi
stop-refunded = Rimborsato
stop-closed = Chiuso
order-now-held = Chiariamo una questione prima che il pacco riparta e scriviamo a { $x }.
order-now-erased = Questo ordine non è mai partito. Potete annullarlo qui o scriverci.
order-now-returned = Il pacco è tornato da noi. Scriviamo a { $x } come si prosegue.
order-now-cancelled = Questo ordine è annullato.
order-now-refunded = Il pacco è tornato da noi e l’ordine è chiuso.
order-money-cancelled = La fattura non vale più: per favore non pagatela.
order-money-refunded = Il vostro denaro è stato rimborsato.
order-money-back = Vi riaccreditiamo con un bonifico quanto avete pagato.
order-cancel = Annulla l’ordine
order-cancel-until = È possibile finché non consegniamo il pacco alla Posta.
cancel-title = Annullare l’ordine { $x }?
cancel-lead = La merce torna in magazzino e non viene spedito nulla. Importo: { $x }.
cancel-money-none = La fattura non varrà più.
cancel-money-back = Rimborsiamo quanto è pagato.
cancel-now = Sì, annulla
cancel-keep = No, mantieni l’ordine
cancel-late-title = È troppo tardi.
cancel-late = Il pacco non è più da noi, oppure l’ordine è già chiuso. La sua pagina indica dove si trova.
cancel-back = All’ordine
merchant-life = A che punto è
merchant-life-since = dal { $x }
merchant-cancel-label = L’etichetta della Posta esiste già: da noi non varrà più e la Posta non la riprende. Da non usare.
life-to-confirm = in attesa della Posta
life-to-pack = da imballare
life-packed = imballato
life-held = sospeso
life-handed-over = presso la Posta
life-ready = pronto per il ritiro
life-collected = ritirato o recapitato
life-returned = tornato
life-cancelled = annullato
life-refunded = rimborsato
life-closed = chiuso
life-next-to-confirm = La Posta indica lo User ID; prima non c’è etichetta.
life-next-to-pack = Imballare, incollare l’etichetta e consegnare alla Posta.
life-next-packed = Consegnare alla Posta.
life-next-held = Chiarire, poi lasciar partire, scegliere un’altra soluzione o annullare.
life-next-held-erased = Annullare: non c’è più nessuno a cui spedire, e quanto è pagato viene restituito.
life-next-handed-over = Nulla: la Posta trasporta il pacco e avvisa.
life-next-ready = Nulla: la Posta ha scritto a chi lo ritira.
life-next-collected = Nulla: il pacco è arrivato.
life-next-returned = Inviare ancora una volta, inviare altrove o chiudere.
life-next-cancelled = Nulla: merce e denaro sono tornati.
life-next-refunded = Nulla: merce e denaro sono tornati.
life-next-closed = Nulla: la merce è tornata e non c’è più nulla da pagare.
life-next-pay-back = Restituire con un bonifico l’importo pagato, se non è già stato fatto: il negozio non esegue bonifici.
step-packed = Imballato
step-unpacked = Non ancora imballato
step-held = Sospendi
step-released = Lascia partire
step-handed-over = Consegnato alla Posta
step-sent-again = Invia ancora una volta
step-refunded = Rimborsa
step-closed = Chiudere: più nulla da pagare
step-cancelled = Annulla
why-bank = comunicato dalla banca
why-by-merchant = sospeso a mano
why-people-erased = i dati personali dell’ordine sono stati cancellati prima che partisse
event-announced = Da imballare
event-packed = Imballato
event-unpacked = Non ancora imballato
event-held = Sospeso
event-released = Ripartito
event-point-changed = Scelto un altro punto
event-person-corrected = Persona corretta
event-sent-again = Inviato ancora una volta
event-handed-over = Presso la Posta
event-ready = Pronto per il ritiro
event-collected = Ritirato o recapitato
event-returned = Tornato
event-scan-revoked = La Posta ha annullato un avviso
event-cancelled = Annullato
event-refunded = Chiuso dopo il ritorno

# Another point after the order, another person who collects.
another-title = Scegliete un altro punto di ritiro
another-no-title = Qui non si può scegliere un altro punto
another-lead = Per ora il pacco va a: { $x }.
another-what = L’ordine resta lo stesso: prezzo, fattura, indirizzo di fatturazione e persona che ritira non cambiano. Per il nuovo punto chiediamo alla Posta un nuovo User ID.
another-late = È troppo tardi: il pacco è già alla Posta oppure l’ordine è concluso. La sua pagina dice dove si trova.
another-ours = Stiamo chiarendo come prosegue questo pacco e scriveremo a { $x }. Fino ad allora nessuno può scegliere un altro punto.
another-address = Questo pacco va a un indirizzo e non a un punto di ritiro.
another-often = Per questo ordine un altro punto è già stato scelto { $n ->
    [one] una volta
    [5] cinque volte
   *[other] { $n } volte
 }. Se ne serve un altro ancora, rispondete alla nostra e-mail inviata a { $x }.
another-nobody = Ha ordinato una ditta, mentre a un punto di ritiro si presenta una persona: qui non ne è indicata nessuna.
another-too-many = Sono state molte richieste alla Posta in poco tempo. Non è ancora cambiato nulla: scegliete di nuovo tra { $x }.
order-point = Scegli un altro punto di ritiro
order-point-before = Scelto in precedenza: { $x }
order-now-point-gone = Il vostro punto di ritiro non esiste più. Il pacco resta da noi finché non ne scegliete un altro.
order-now-point-closed = Il vostro punto di ritiro è chiuso nei giorni in cui il pacco vi resterebbe in giacenza. Il pacco resta da noi finché non ne scegliete un altro.
why-point-gone = il punto di ritiro non esiste più
why-point-closed = il punto di ritiro è chiuso nei giorni della giacenza
life-next-held-point = Scegliere un altro punto di ritiro; chi ha ordinato può farlo anche sulla pagina dell’ordine.
history-address = indirizzo
history-from-to = { $x } → { $y }
merchant-point = Altro punto di ritiro
merchant-point-lead = Attualmente: { $x }. Fattura, prezzo e persona che ritira restano; alla Posta si chiede un nuovo User ID, e un’etichetta già emessa non vale più.
merchant-point-home = Oppure all’indirizzo di fatturazione: { $x }
merchant-point-home-button = Invia all’indirizzo di fatturazione
merchant-point-old = Al momento della scelta l’elenco dei punti aveva { $x } giorni. Prima della spedizione il punto viene controllato ancora una volta.
merchant-person = Correggere la persona
merchant-person-lead = La persona che mostra il documento allo sportello o il codice allo sportello automatico. Con questi dati chiediamo di nuovo alla Posta, e così sarà stampata l’etichetta. L’indirizzo di fatturazione resta.
merchant-person-notify = La Posta avvisa tramite
merchant-person-save = Correggi e chiedi alla Posta
merchant-person-late-title = È troppo tardi.
merchant-person-late = Il pacco non è più qui, oppure va a un indirizzo.
job-watch-points = Controllare i punti di ritiro degli ordini

## Mails
mail-greeting = Buongiorno { $x },
mail-greeting-plain = Buongiorno,
mail-named = { $x }: { $y }
mail-see-order = Vedi l’ordine
mail-keep-link = Chi conosce il link in questa e-mail vede il vostro ordine: non inoltratelo.
mail-answer = Avete una domanda? Basta rispondere a questa e-mail.
mail-post-tells = Appena il pacco è pronto, la Posta invia un messaggio a { $x }.
mail-bill-attached = La QR-fattura è allegata in PDF, pagabile entro il { $x }.
mail-to-confirm = La Posta non ha ancora confermato il numero cliente per il ritiro. Chiediamo di nuovo automaticamente e spediamo il pacco solo dopo. Non dovete fare nulla: appena arriva la risposta, vi scriviamo.
mail-confirmed = Abbiamo ricevuto il vostro ordine { $x }
mail-confirmed-lead = Grazie per il vostro acquisto. Qui trovate che cosa avete ordinato, dove va il pacco e chi riceve la fattura.
mail-known = Ordine { $x }: il ritiro è confermato
mail-known-lead = Il numero cliente che aspettavamo è arrivato. Il vostro pacco può partire.
mail-point = Ordine { $x }: nuovo punto di ritiro
mail-point-lead = Il vostro pacco va ora al punto di ritiro qui sotto. Il prezzo e la fattura non cambiano.
mail-held = Il vostro ordine { $x } è sospeso
mail-held-lead = Prima di spedire il pacco dobbiamo ancora chiarire qualcosa e vi contatteremo. La pagina del vostro ordine dice a che punto è.
mail-handed-over = Ordine { $x }: il vostro pacco è in viaggio
mail-handed-over-lead = Abbiamo consegnato il vostro pacco alla Posta.
mail-came-back = Ordine { $x }: il vostro pacco è tornato da noi
mail-came-back-lead = La Posta non ha potuto consegnare il vostro pacco e ce lo ha restituito. Vi contatteremo. Se sapete già come volete procedere, rispondete a questa e-mail.
mail-cancelled = Il vostro ordine { $x } è annullato
mail-cancelled-lead = Abbiamo annullato il vostro ordine. Non verrà spedito nulla.
mail-cancelled-as-asked = Abbiamo annullato il vostro ordine, come desiderato. Non verrà spedito nulla.
mail-cancelled-invoice = Non dovete più pagare la fattura. Se l’avete già pagata, l’importo vi sarà rimborsato.
mail-cancelled-card = L’importo sarà riaccreditato sulla vostra carta.
mail-open-order = Apri l’ordine
mail-new-order = Nuovo ordine { $x }
mail-new-order-lead = È arrivato un ordine. Nel negozio è indicato chi ha ordinato e dove va il pacco.
mail-new-order-waits = La Posta non ha ancora dato lo User ID. Il negozio chiede di nuovo automaticamente.
mail-is-held = L’ordine { $x } è sospeso
mail-is-held-lead = L’ordine non parte finché qualcuno non decide. Nel negozio è indicato il motivo.
mail-is-back = Ordine { $x }: il pacco è tornato
mail-is-back-lead = Il pacco non è stato ritirato o non è stato accettato. Nel negozio sono indicati i prossimi passi.
mail-is-cancelled = L’ordine { $x } è stato annullato dal cliente
mail-is-cancelled-lead = Non spedite il pacco. Nel negozio è indicato che cosa succede al denaro e all’etichetta.
