## Every page

skip = Vai al contenuto
demo = Negozio dimostrativo. Nulla è venduto, nulla è spedito.
categories = Assortimento
category-kitchen = Cucina
category-larder = Dispensa
category-outdoors = All’aperto
category-winter = Inverno
category-children = Bambini
language = Lingua
footer-nav = Note legali
footer-line = Cose buone dalle Alpi. Un modello per negozi con PickPost e My Post 24.
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

error-home = Alla pagina iniziale
error-basket = Al carrello
error-not-found-title = Questa pagina non esiste
error-not-found-text = Forse l’indirizzo è incompleto o l’articolo non c’è più.
error-stale-title = Questa pagina è troppo vecchia
error-stale-text = Da quando è stata aperta è iniziata una nuova sessione. Nulla è stato ordinato. Ricaricate la pagina e inviate di nuovo il modulo.
error-foreign-title = La richiesta veniva da un altro sito
error-foreign-text = Per la vostra sicurezza accettiamo solo moduli delle nostre pagine.
error-conflict-title = Nel frattempo è cambiato qualcosa
error-conflict-text = I dati sono stati cambiati in un’altra finestra o qualcosa non è ancora pronto. Nulla è perso: tornate indietro e ricaricate la pagina.
error-method-title = Così non si può
error-method-text = Questo indirizzo non accetta tali richieste.
error-too-large-title = È troppo
error-too-large-text = Il modulo supera la dimensione ammessa. Accorciate i dati.
error-too-many-title = Era troppo in una volta
error-too-many-text = Attendete un momento e riprovate. Niente è andato perso.
error-unreadable-title = Non abbiamo potuto leggerlo
error-unreadable-text = La richiesta è incompleta o contraddittoria. Tornate indietro e riprovate.
error-unavailable-title = Un momento, per favore
error-unavailable-text = Al momento i nostri dati non sono raggiungibili. Niente è andato perso: quanto avete inserito e ordinato finora è al sicuro. Riprovate tra qualche secondo.
error-busy-title = In questo momento c’è molta affluenza
error-busy-text = Niente è andato perso. Riprovate tra qualche secondo.
error-unsupported-title = Non possiamo leggere questo tipo di richiesta
error-unsupported-text = Accettiamo i moduli come li inviano i browser, senza compressione.
error-too-slow-title = Ci è voluto troppo tempo
error-too-slow-text = La richiesta non è arrivata in tempo. Nulla è stato modificato. Inviate di nuovo il modulo.
error-other-host-title = Questo negozio ha un altro indirizzo
error-other-host-text = Sotto questo nome non c’è nulla. Utilizzate l’indirizzo del negozio.
error-internal-title = C’è stato un errore da parte nostra
error-internal-text = Non è colpa vostra. Il carrello c’è ancora. Riprovate fra un minuto.

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
fault-form-country = Consegniamo in Svizzera e nel Liechtenstein
fault-too-long = Al massimo { $max } caratteri, la larghezza di una riga dell’etichetta
fault-character = Il carattere { $character } non può essere stampato sull’etichetta
fault-control-character = Qui c’è un carattere di controllo invisibile: riscrivete la riga
fault-pick-up-keyword = È l’indirizzo di un punto di ritiro. Qui va il vostro indirizzo; consegniamo volentieri al punto di ritiro: sceglietelo dall’elenco.
guide-to-point = Scegliere il punto di ritiro

## Goods and basket

home-title = Cose buone dalle Alpi.
home-lead = { $n } cose, ben fatte. A casa, o in uno dei 2700 punti di ritiro vicino a voi.
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
    [one] Ancora { $n } pezzo
   *[other] Ancora { $n } pezzi
 }
product-vat = IVA { $x } % inclusa
product-add = Aggiungi al carrello
product-size = Imballato
product-weight = Peso
product-delivery = Consegna
product-delivery-all = A casa, allo sportello (PickPost) o in un armadietto (My Post 24)
product-delivery-some = Troppo grande o pesante per un armadietto; il passo Consegna mostra che cosa è possibile
quantity = Quantità
quantity-wrong = Indicate un numero da 1 a 99
quantity-not-enough = Non ce ne sono così tanti: ne restano { $n }, carrello compreso
basket-title = Carrello
basket-count = { $n ->
    [one] articolo
   *[other] articoli
 }
basket-empty = È ancora vuoto.
basket-update = Aggiorna le quantità
basket-quantity-of = Quantità: { $x }
basket-remove = Togli { $x }
basket-quantity-wrong = Indicate un numero da 0 a { $n }
basket-no-longer-available = Non ce ne sono più così tanti: ne restano { $n }
basket-look-again = Una quantità non è corretta
basket-delivery = Consegna da CHF 7.00 a un punto di ritiro, CHF 9.00 a domicilio.
basket-checkout = Alla cassa
basket-not-orderable = Adattate prima le quantità.
basket-too-many = Da qui sono stati aperti moltissimi carrelli. Riprovate tra { $x }.
summary-title = Il vostro ordine
summary-goods = Articoli
summary-delivery = Consegna
summary-delivery-from = da 7.00
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
address-lead = Qui va la fattura. Subito dopo chiediamo dove consegnare.
delivery-question = Dove dobbiamo consegnare?
delivery-to-address = A un indirizzo
delivery-to-point = A un punto di ritiro
delivery-home = A domicilio
delivery-other = A un altro indirizzo
delivery-other-hint = Amici, ufficio, vicina
delivery-other-title = L’altro indirizzo
delivery-pickpost = PickPost
delivery-my-post-24 = My Post 24
delivery-pickpost-hint = Allo sportello, con un documento. { $n } punti
delivery-my-post-24-hint = Allo sportello automatico, giorno e notte, con un codice QR. { $n } sportelli automatici
delivery-bill = La fattura va all’indirizzo { $x }, qualunque cosa scegliate qui.
delivery-choose = Scegliete dove consegniamo
delivery-title = Consegna: { $x }
delivery-arrives = Arrivo: { $x }
delivery-arrives-open = Arrivo: { $x }, aperto { $y }
delivery-arrives-always = Arrivo: { $x }, aperto giorno e notte
misfit-too-long = { $name } misura { $cm } cm, qui il limite è { $limit } cm
misfit-too-heavy = Il pacco pesa { $x } kg, qui il limite è { $y } kg
misfit-too-bulky = L’insieme è troppo voluminoso per un pacco in questo luogo
point-title = Scegliete un punto di ritiro
point-search = NPA, località, via o stazione
point-search-button = Cerca
point-kind = Tipo
filter-title = Filtri
filter-late = Fino alle 19
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
point-foreign = Questa scelta non corrisponde al vostro carrello. Scegliete dall’elenco.
point-gone = Questo punto non esiste più. Sceglietene un altro.
point-refused = { $x }: { $y }
point-closed = Chiuso fino al giorno { $x } ({ $y })
hours-always = Aperto giorno e notte
hours-closed = chiuso
hours-closed-door = Chiuso
hours-open-until = Aperto fino alle { $x }
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
point-street-unknown = Non conosciamo questa via: distanze misurate dal centro di { $x }.
point-postcode-unknown = Non conosciamo il numero postale { $x }; distanze misurate da { $y }.
point-nowhere = I punti di ritiro al momento non sono disponibili.
point-nowhere-try = La Posta non risponde e non abbiamo ancora un elenco. Consegniamo volentieri a domicilio; oppure riprovate tra qualche minuto.
point-nowhere-home = Scegli un altro modo di consegna
point-used = Questo elenco non è più attuale: il vostro ordine nel frattempo è andato avanti. Scegliete di nuovo.
point-closed-until = Chiuso fino al giorno { $x }
point-closed-throughout = Chiuso per tutto il termine di ritiro (fino al giorno { $x })
point-as-of-troubled = La Posta al momento non risponde. Stato dell’elenco: { $x }.
point-remember = Ricorda questo punto su questo dispositivo per il prossimo ordine
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
map-open = Mostra la mappa
map-skip = Salta la mappa
map-failed = La mappa non si è caricata. Nell’elenco c’è tutto.
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
hours-waits = Il vostro pacco attende fino al giorno { $x }. Giorni di apertura in questo periodo: { $y }.
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
collector-company = Una ditta ordina, una persona ritira: indicate la persona e il suo indirizzo privato.
collector-who = La persona con il documento
collector-home-hint = Con l’indirizzo dove abita. La Posta verifica così chi ritira.
collector-how = Quando il pacco è pronto
collector-notify = La Posta lo annuncia per
notify-email = e-mail
notify-sms = SMS
collector-choose-notify = Scegliete e-mail o SMS
collector-asks-post = Con «Continua» trasmettiamo alla Posta il nome, l’indirizzo di casa e l’e-mail o il cellulare di questa persona e riceviamo il numero cliente per questo pacco. Chi non è ancora iscritto presso la Posta lo diventa così. Indicate solo una persona che è d’accordo.
collects = Ritira { $x } ({ $y })
collect-until = Da ritirare entro il giorno { $x }; vale la data nel messaggio della Posta.
collector-too-many = Erano molte richieste alla Posta in poco tempo. I vostri dati sono ancora qui: riprovate tra { $x }.
news-given = La Posta ha ciò che le serve per consegnare il pacco. Chi non vi era ancora iscritto lo è da adesso.
locker-check = Prima che un pacco possa essere ritirato a uno sportello automatico, la Posta può verificare una volta l’identità. A uno sportello PickPost basta un documento d’identità.
locker-counter = Scegliere un PickPost nelle vicinanze
news-to-confirm = La Posta al momento non risponde. Potete ordinare lo stesso: chiederemo di nuovo prima di spedire il pacco.
payment-title = Come desiderate pagare?
payment-invoice = Fattura
payment-invoice-hint = QR-fattura, 30 giorni
payment-invoice-words = Fattura con codice QR, 30 giorni
payment-card = Carta demo
payment-card-hint = Non inserite una carta vera
payment-card-words = Carta demo, termina con { $x }
payment-free = gratis
payment-accepts = è accettata
payment-declines = è rifiutata
payment-choose = Scegliete come pagare
payment-declined = La carta è stata rifiutata. L’ordine c’è ancora: provate un’altra carta o scegliete la fattura.
payment-no-demo-card = Usate uno dei due numeri demo, non una carta vera
review-title = È tutto giusto?
billing-title = Indirizzo di fatturazione
review-label = Sull’etichetta del pacco
review-registered = La seconda riga porta il numero cliente della Posta per questo pacco, così può annunciare quando è pronto.
review-to-confirm = Manca ancora il numero cliente: la Posta non risponde. Chiediamo di nuovo prima della spedizione e lo indichiamo sulla pagina dell’ordine.
review-other-point = Altro punto di ritiro
review-other-person = Altra persona
review-terms = L’ordine è soggetto alle condizioni in vigore dal giorno { $x }.
review-order-now = Ordina ora · { $x }
review-changed = Il carrello o i dati sono cambiati nel frattempo. Sotto trovate lo stato nuovo; nulla è stato ancora ordinato.
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
change-day = Arriva
change-hours = Aperto quel giorno
change-goods = Tutti gli articoli
change-delivery-price = Spese di consegna
change-vat-sum = IVA { $x } %
change-user-id-known = noto
change-user-id-open = non ancora noto
change-user-id-new = un altro, assegnato dalla Posta
review-too-many = Da qui sono arrivate diverse ordinazioni in poco tempo. Non è ancora stato ordinato niente e niente è andato perso: ordinate di nuovo tra { $x }.

## The order

order-title = Ordine { $x }
order-thanks = Grazie, { $x }.
order-thanks-plain = Grazie.
order-lead = L’ordine { $x } è da noi, per { $y }.
order-keep = Conservate l’indirizzo di questa pagina: solo chi lo conosce vede l’ordine.
stop-ordered = Ordinato
stop-packing = Imballiamo
stop-on-its-way = In viaggio
stop-ready = Pronto al punto di ritiro
stop-ready-when = { $x }. La Posta lo annuncia.
stop-delivered = Da voi
order-to-confirm = La Posta non ha ancora confermato il numero cliente. Chiediamo di nuovo e spediamo il pacco solo dopo. Non dovete fare nulla.
order-bill-to = Fattura a
order-collecting = Per il ritiro
order-name2 = Numero cliente per questo pacco
order-ident = Numero d’invio
order-post-tells = La Posta annuncia da sola quando il pacco è pronto.
order-lines = Articoli
order-terms = Condizioni in vigore dal giorno { $x }.
order-bill = QR-fattura
order-bill-pdf = Fattura in PDF
bill-title = Fattura { $x }
bill-dates = { $x }, pagabile entro il giorno { $y }
bill-vat-number = { $x } IVA
bill-delivery = Consegna: { $x }
bill-more = e altri { $n }
bill-demonstration = Dimostrazione: non pagare.

## Terms and imprint

terms-title = Condizioni
terms-version = Versione: { $x }
terms-demo-title = Una dimostrazione
terms-demo = Questo negozio mostra come si svolge un ordine con PickPost e My Post 24. Non nasce alcun contratto, nulla è consegnato, nulla è da pagare.
terms-price-title = Prezzi
terms-price = Tutti i prezzi sono in franchi svizzeri, IVA inclusa. La consegna costa CHF 7.00 a un punto di ritiro e CHF 9.00 a un indirizzo.
terms-delivery-title = Consegna
terms-delivery = Ciò che è ordinato entro mezzanotte va alla Posta il giorno lavorativo seguente e arriva quello dopo. Il pacco aspetta 15 giorni a un punto di ritiro, 7 in uno sportello automatico.
terms-payment-title = Pagamento
terms-payment = Su fattura a 30 giorni o con la carta demo. Nessun modo di pagamento ha un costo.
terms-law-title = Diritto
terms-law = Sarebbe applicabile il diritto svizzero.
about-title = Impressum e protezione dei dati
about-lead = murmel è inventata. Il negozio è un modello aperto: così PickPost e My Post 24 entrano in una cassa.
about-imprint-title = Impressum
about-imprint = Ditta, indirizzo e conto sono inventati.
about-privacy-title = Protezione dei dati
about-privacy = Ciò che scrivete resta sul server di questo negozio: come bozza 24 ore dopo l’ultima modifica, nell’ordine finché dura la dimostrazione. Nessuna pubblicità, nessuna statistica, nessuno script di terzi.
about-privacy-post = Per un ritiro, nome, indirizzo ed e-mail o cellulare della persona che ritira vanno alla Posta. In questa dimostrazione un simulatore fa la parte della Posta.
about-cookies = Un solo cookie tiene insieme il carrello. Nasce solo quando vi mettete qualcosa. Contiene il numero del carrello, quanti articoli vi si trovano e un codice casuale contro i moduli falsificati, nulla su di voi; un giorno dopo l’ultima modifica non vale più nulla. Solo se lo desiderate, un secondo ricorda per un anno il punto di ritiro scelto.
about-limits = Contro gli abusi contiamo quante ordinazioni, richieste e password arrivano da uno stesso indirizzo di rete. Non salviamo l’indirizzo, ma un codice che senza la nostra chiave non permette di risalirvi: per alcune ore, e fino a un mese per l’accesso alla gestione.
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
password-advice = Almeno dieci caratteri. Più parole senza legame si ricordano bene e si indovinano male.
password-change = Cambia password
password-later = Più tardi
password-wrong = La password attuale non è corretta
password-weak = Scegliete una password di almeno dieci caratteri, che non sia comune né ricavata dall’indirizzo e-mail
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
merchant-user-id = User ID
merchant-newer = Più recenti
merchant-older = Più vecchi
merchant-newest = I più recenti
merchant-oldest = I più vecchi
merchant-order = Ordine { $x }
merchant-verified = Stato presso la Posta: { $x }
merchant-journey = Percorso dell’indirizzo
merchant-label = Etichetta
merchant-label-alt = Anteprima dell’etichetta per { $x }
merchant-specimen = Un’anteprima: SPECIMEN significa che questo pacco non può essere spedito così.
merchant-no-label = Ancora nessuna etichetta: la Posta non ha confermato lo User ID.
merchant-erased = Non c’è più un’etichetta: lo User ID è stato cancellato alla sua data.
merchant-ask-again = Chiedi di nuovo alla Posta
merchant-jobs = Lavori
merchant-jobs-none = Tutto è fatto: nessun lavoro in secondo piano è fallito.
merchant-jobs-lead = Ciò che non si è potuto fare in secondo piano. Viene ripetuto da solo finché è abbandonato; poi attende qui.
merchant-job-what = Che cosa
merchant-job-since = Dal
merchant-job-tries = Tentativi
merchant-job-why = Ultimo motivo
merchant-job-next = Prossimo tentativo
merchant-job-dead = abbandonato
merchant-job-again = Riprovare
merchant-job-give-up = Scartare
job-refresh-points = Aggiornamento dei punti di ritiro
job-sweep-sessions = Eliminazione delle sessioni scadute
job-sweep-limits = Eliminazione dei contatori pieni
job-sweep-sign-ins = Eliminazione dei vecchi tentativi di accesso
job-sweep-baskets = Eliminazione dei carrelli abbandonati
job-sweep-mandates = Eliminazione dei mandati senza ordine
job-erase-user-ids = Cancellazione delle User ID alla loro data
job-fault-database = La banca dati non ha funzionato
job-fault-carrier = La Posta non ha risposto
job-fault-busy = Qualcun altro se ne stava occupando
job-fault-panic = Un errore del programma
job-fault-payload = I suoi dati sono illeggibili
job-fault-cut-off = Il negozio si è fermato nel mezzo
state-known = User ID noto
state-to-confirm = da confermare
state-erased = User ID cancellato
event-placed = Ordinato
event-asked-post = Chiesto alla Posta
event-asked-again = Chiesto di nuovo
event-user-id-known = User ID noto
event-user-id-to-confirm = User ID da confermare
event-parcel-announced = Pacco annunciato
