## Every page

skip = Aller au contenu
demo = Boutique de démonstration. Rien n’est vendu, rien n’est envoyé.
categories = Assortiment
category-kitchen = Cuisine
category-larder = Épicerie
category-outdoors = Plein air
category-winter = Hiver
category-children = Enfants
language = Langue
footer-nav = Mentions légales
footer-line = De bonnes choses des Alpes. Un modèle pour boutiques avec PickPost et My Post 24.
back = Retour
continue = Continuer
change = Modifier
problems-title = Veuillez vérifier vos indications
problems-prefix = Erreur :

## Days and months

day-monday = lundi
day-tuesday = mardi
day-wednesday = mercredi
day-thursday = jeudi
day-friday = vendredi
day-saturday = samedi
day-sunday = dimanche
day-mo = lu
day-tu = ma
day-we = me
day-th = je
day-fr = ve
day-sa = sa
day-su = di
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
date-long = { $weekday } { $day }
span-seconds = { $n ->
    [one] { $n } seconde
   *[other] { $n } secondes
 }
span-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
 }

## Errors outside a form

error-home = À la page d’accueil
error-basket = Au panier
error-not-found-title = Cette page n’existe pas
error-not-found-text = L’adresse est peut-être incomplète, ou l’article n’est plus là.
error-stale-title = Cette page est trop ancienne
error-stale-text = Une nouvelle session a commencé depuis son ouverture. Rien n’a été commandé. Rechargez la page et envoyez le formulaire encore une fois.
error-foreign-title = Cela venait d’un autre site
error-foreign-text = Pour votre protection, nous n’acceptons que les formulaires de nos propres pages.
error-conflict-title = Quelque chose s’est passé entre-temps
error-conflict-text = Les données ont été modifiées dans une autre fenêtre, ou quelque chose n’est pas encore prêt. Rien n’est perdu : revenez en arrière et rechargez la page.
error-method-title = Pas comme cela
error-method-text = Cette adresse n’accepte pas ce genre de demande.
error-too-large-title = C’est trop
error-too-large-text = Le formulaire dépasse la taille admise. Veuillez raccourcir vos indications.
error-too-many-title = Cela faisait beaucoup d’un coup
error-too-many-text = Veuillez attendre un instant, puis réessayer. Rien n’est perdu.
error-unreadable-title = Nous n’avons pas pu lire cela
error-unreadable-text = La demande est incomplète ou contradictoire. Revenez en arrière et réessayez.
error-unavailable-title = Un instant, s’il vous plaît
error-unavailable-text = Nos données sont momentanément inaccessibles. Rien n’est perdu : ce que vous avez saisi et commandé jusqu’ici est en sécurité. Veuillez réessayer dans quelques secondes.
error-busy-title = Il y a beaucoup de monde en ce moment
error-busy-text = Rien n’est perdu. Veuillez réessayer dans quelques secondes.
error-unsupported-title = Nous ne pouvons pas lire ce type de demande
error-unsupported-text = Nous acceptons les formulaires tels que les navigateurs les envoient, sans compression.
error-too-slow-title = Cela a pris trop de temps
error-too-slow-text = La demande n’est pas arrivée à temps. Rien n’a été modifié. Veuillez renvoyer le formulaire.
error-other-host-title = Cette boutique a une autre adresse
error-other-host-text = Il n’y a rien sous ce nom. Veuillez utiliser l’adresse de la boutique.
error-internal-title = Une erreur s’est produite chez nous
error-internal-text = Ce n’est pas de votre faute. Votre panier est toujours là. Réessayez dans une minute.

## Fields and what can be wrong with them

field-title = Civilité
field-first-name = Prénom
field-last-name = Nom
field-company = Entreprise
field-company-optional = Entreprise (facultatif)
field-street = Rue
field-house-number = N°
field-address-extra = Complément d’adresse
field-address-extra-optional = Complément d’adresse (facultatif)
field-postcode = NPA
field-town = Localité
field-country = Pays
field-email = E-mail
field-phone = Téléphone
field-phone-optional = Téléphone (facultatif, pour des questions sur la commande)
field-phone-mobile = Numéro de portable
field-card-number = Numéro de la carte de démonstration
field-password = Mot de passe
title-ms = Madame
title-mr = Monsieur
title-none = Aucune
country-ch = Suisse
country-li = Liechtenstein
fault-missing = À remplir : { $field }
fault-missing-first-name = Indiquez le prénom
fault-missing-last-name = Indiquez le nom
fault-missing-street = Indiquez la rue
fault-missing-postcode = Indiquez le numéro postal
fault-missing-town = Indiquez la localité
fault-missing-email = Indiquez l’adresse e-mail
fault-missing-phone = Indiquez le numéro de portable
fault-form = À vérifier : { $field }
fault-form-postcode = Le numéro postal a quatre chiffres, par exemple 1003
fault-form-email = Une adresse e-mail a cette forme : nom@example.ch
fault-form-phone = Un numéro a cette forme : 079 123 45 67
fault-form-country = Nous livrons en Suisse et au Liechtenstein
fault-too-long = Au plus { $max } caractères, la largeur d’une ligne de l’étiquette
fault-character = Le caractère { $character } ne peut pas être imprimé sur l’étiquette
fault-control-character = Un caractère de commande invisible se trouve ici : retapez la ligne
fault-pick-up-keyword = C’est l’adresse d’un point de retrait. Indiquez ici votre propre adresse ; nous livrons volontiers au point de retrait : choisissez-le dans la liste.
guide-to-point = Choisir le point de retrait

## Goods and basket

home-title = De bonnes choses des Alpes.
home-lead = { $n } articles, bien faits. Chez vous, ou dans l’un des 2700 points de retrait près de vous.
home-look = Découvrir
home-everything = Tout
home-count = { $n ->
    [one] { $n } article
   *[other] { $n } articles
 }
product-fits-locker = Entre dans un casier
product-no-locker = Pas pour les casiers
product-sold-out-short = Épuisé
product-sold-out = Cet article est épuisé.
product-few-left = { $n ->
    [one] Plus que { $n } pièce
   *[other] Plus que { $n } pièces
 }
product-vat = TVA { $x } % comprise
product-add = Ajouter au panier
product-size = Emballé
product-weight = Poids
product-delivery = Livraison
product-delivery-all = À domicile, à un guichet (PickPost) ou dans un casier (My Post 24)
product-delivery-some = Trop grand ou trop lourd pour un casier ; l’étape Livraison montre ce qui est possible
quantity = Nombre
quantity-wrong = Indiquez un nombre de 1 à 99
quantity-not-enough = Il n’y en a pas autant : il en reste { $n }, panier compris
basket-title = Panier
basket-count = { $n ->
    [one] article
   *[other] articles
 }
basket-empty = Il est encore vide.
basket-update = Mettre à jour
basket-quantity-of = Nombre : { $x }
basket-remove = Retirer { $x }
basket-quantity-wrong = Indiquez un nombre de 0 à { $n }
basket-no-longer-available = Il n’y en a plus autant : il en reste { $n }
basket-look-again = Une quantité n’est pas correcte
basket-delivery = Livraison dès CHF 7.00 à un point de retrait, CHF 9.00 à domicile.
basket-checkout = Passer à la caisse
basket-not-orderable = Adaptez d’abord les quantités.
basket-too-many = De très nombreux paniers ont été ouverts d’ici. Veuillez réessayer dans { $x }.
summary-title = Votre commande
summary-goods = Articles
summary-delivery = Livraison
summary-delivery-from = dès 7.00
summary-total = Total
summary-vat = Dont TVA { $x } % : { $y }

## Checkout

steps = Étapes de la commande
step-of = Étape { $x } sur { $y }
step-address = Adresse
step-delivery = Livraison
step-point = Point de retrait
step-collector = Qui retire
step-payment = Paiement
step-review = Vérification
address-title = Votre adresse
address-lead = La facture va ici. Nous demandons ensuite où livrer.
delivery-question = Où devons-nous livrer ?
delivery-to-address = À une adresse
delivery-to-point = À un point de retrait
delivery-home = À domicile
delivery-other = À une autre adresse
delivery-other-hint = Amis, bureau, voisine
delivery-other-title = L’autre adresse
delivery-pickpost = PickPost
delivery-my-post-24 = My Post 24
delivery-pickpost-hint = Au guichet, avec une pièce d’identité. { $n } points
delivery-my-post-24-hint = À l’automate, jour et nuit, avec un code QR. { $n } automates
delivery-bill = La facture est envoyée à l’adresse { $x }, quel que soit votre choix ici.
delivery-choose = Choisissez où nous livrons
delivery-title = Livraison : { $x }
delivery-arrives = Arrivée : { $x }
delivery-arrives-open = Arrivée : { $x }, ouvert { $y }
delivery-arrives-always = Arrivée : { $x }, ouvert jour et nuit
misfit-too-long = { $name } mesure { $cm } cm, la limite est ici de { $limit } cm
misfit-too-heavy = Le colis pèse { $x } kg, la limite est ici de { $y } kg
misfit-too-bulky = L’ensemble est trop volumineux pour un colis à cet endroit
point-title = Choisissez un point de retrait
point-search = NPA, localité, rue ou gare
point-search-button = Chercher
point-kind = Type
filter-title = Filtres
filter-late = Jusqu’à 19 h
filter-saturday = Samedi
filter-sunday = Dimanche
filter-step-free = Sans marches
filter-always = Jour et nuit
point-found = { $n ->
    [0] Aucun point trouvé
    [one] { $n } point, distance mesurée depuis { $x }
   *[other] { $n } points, triés par distance depuis { $x }
 }
point-empty = Où souhaitez-vous retirer votre colis ?
point-none = Nous n’avons rien trouvé pour « { $x } »
point-none-filtered = Aucun point ne correspond à tous les filtres : supprimez-en un.
point-none-try = Essayez le numéro postal ou une localité plus grande des environs.
point-alternatives = Vouliez-vous dire :
point-hours = Heures d’ouverture
point-step-free = Sans marches
point-choose-button = Choisir
point-chosen = Choisi
point-pages = Pages
point-next = Suivante
point-as-of = Données du { $x }.
point-synthetic = Tous les points sont inventés : ce ne sont pas de vrais sites de la Poste.
point-choose = Choisissez un point dans la liste
point-expired = La liste est restée ouverte trop longtemps. Veuillez choisir à nouveau.
point-foreign = Ce choix ne correspond pas à votre panier. Veuillez choisir dans la liste.
point-gone = Ce point n’existe plus. Veuillez en choisir un autre.
point-refused = { $x } : { $y }
point-closed = Fermé jusqu’au { $x } ({ $y })
hours-always = Ouvert jour et nuit
hours-closed = fermé
hours-closed-door = Fermé
hours-open-until = Ouvert jusqu’à { $x }
hours-opens-today = Fermé, ouvre à { $x }
hours-opens = Fermé, ouvre { $x } { $y }
hours-on-arrival = À l’arrivée de votre colis : { $x } { $y }
filter-open = Ouvert maintenant
filter-fits = Accepte mon colis
filter-remove = supprimer
point-both = Les deux
point-found-near = { $n ->
    [one] { $x } : { $n } point dans un rayon de { $reach }. { $all } en tout.
   *[other] { $x } : { $n } points dans un rayon de { $reach }, le plus proche d’abord. { $all } en tout.
 }
point-street-unknown = Nous ne connaissons pas cette rue : distances depuis { $x } (centre).
point-postcode-unknown = Nous ne connaissons pas le numéro postal { $x } ; distances depuis { $y }.
point-nowhere = Les points de retrait ne sont pas disponibles en ce moment.
point-nowhere-try = La Poste ne répond pas et nous n’avons pas encore de liste. Nous livrons volontiers à domicile ; ou réessayez dans quelques minutes.
point-nowhere-home = Choisir un autre mode de livraison
point-used = Cette liste n’est plus à jour : votre commande a avancé entre-temps. Veuillez choisir à nouveau.
point-closed-until = Fermé jusqu’au { $x }
point-closed-throughout = Fermé pendant tout le délai de retrait (jusqu’au { $x })
point-as-of-troubled = La Poste ne répond pas en ce moment. Voici la liste du { $x }.
point-remember = Mémoriser ce point sur cet appareil pour la prochaine commande
point-forget = Oublier le point mémorisé
last-point = Dernier choix
near-me = Près de moi
near-denied = Votre position n’est pas disponible. Veuillez saisir un lieu.
suggest-count = { $n ->
    [0] Aucune suggestion
    [one] 1 suggestion
   *[other] # suggestions
 }
map = Carte
map-open = Afficher la carte
map-skip = Passer la carte
map-failed = La carte n’a pas pu être chargée. Tout se trouve dans la liste.
map-zoom-in = Agrandir
map-zoom-out = Réduire
map-cluster = # points, agrandir
map-close = Fermer
map-here = Chercher ici
map-card = Sélectionné sur la carte
map-card-failed = Ce point ne peut pas être affiché en ce moment. Veuillez recharger la page.
post-map-title = Recherche de sites de la Poste
post-map-lead = Cette recherche vient de la Poste et utilise une carte de Google. Choisissez-y un point ; nous vérifions s’il accepte votre colis.
post-map-link = Chercher sur la carte de la Poste
post-map-own = Retour à notre liste
post-map-picked = Choisi sur la carte de la Poste
post-map-unknown = Ce point n’accepte pas les colis PickPost ou My Post 24. Veuillez en choisir un autre.
hours-waits = Votre colis attend jusqu’au { $x }. Jours d’ouverture pendant ce délai : { $y }.
hours-closed-on-arrival = Fermé à l’arrivée de votre colis ({ $x }) ; ouvre { $y }
holiday-new-year = Nouvel An
holiday-berchtold = Saint-Berchtold
holiday-epiphany = Épiphanie
holiday-candlemas = Chandeleur
holiday-republic = Instauration de la République
holiday-joseph = Saint-Joseph
holiday-good-friday = Vendredi saint
holiday-easter-monday = Lundi de Pâques
holiday-naefels = Pèlerinage de Näfels
holiday-labour = Fête du Travail
holiday-ascension = Ascension
holiday-whit-monday = Lundi de Pentecôte
holiday-corpus-christi = Fête-Dieu
holiday-jura = Commémoration du plébiscite
holiday-peter-paul = Saints Pierre et Paul
holiday-national = Fête nationale
holiday-assumption = Assomption
holiday-nativity-of-mary = Nativité de Marie
holiday-geneva-fast = Jeûne genevois
holiday-fast-monday = Lundi du Jeûne fédéral
holiday-nicholas-of-flue = Saint-Nicolas-de-Flüe
holiday-all-saints = Toussaint
holiday-immaculate-conception = Immaculée Conception
holiday-christmas = Noël
holiday-stephen = Saint-Étienne
holiday-restoration = Restauration de la République
holiday-sechselaeuten = Sechseläuten
holiday-knabenschiessen = Knabenschiessen
collector-title = Qui retire le colis ?
collector-lead = Lieu de retrait : { $x }.
bring-pickpost = À apporter : une pièce d’identité et le numéro d’envoi.
bring-my-post-24 = À apporter : le code QR envoyé par la Poste.
collector-company = Une entreprise commande, une personne retire : indiquez la personne et son adresse privée.
collector-who = La personne avec la pièce d’identité
collector-home-hint = Avec l’adresse où elle habite. La Poste vérifie ainsi qui retire.
collector-how = Quand le colis est prêt
collector-notify = La Poste l’annonce par
notify-email = e-mail
notify-sms = SMS
collector-choose-notify = Choisissez e-mail ou SMS
collector-asks-post = Avec « Continuer », nous transmettons à la Poste le nom, l’adresse du domicile et l’e-mail ou le portable de cette personne et recevons le numéro client pour ce colis. Qui n’est pas encore inscrit auprès de la Poste l’est de ce fait. N’indiquez qu’une personne qui est d’accord.
collects = Retrait par { $x } ({ $y })
collect-until = À retirer jusqu’au { $x } ; la date du message de la Poste fait foi.
collector-too-many = Cela faisait beaucoup de demandes à la Poste en peu de temps. Vos indications sont toujours là : veuillez réessayer dans { $x }.
news-given = La Poste a tout ce qu’il lui faut pour remettre votre colis. Qui n’y était pas encore inscrit l’est désormais.
locker-check = Avant qu’un colis puisse être retiré à un automate, la Poste vérifie parfois une fois l’identité. À un guichet PickPost, une pièce d’identité suffit.
locker-counter = Choisir un PickPost à proximité
news-to-confirm = La Poste ne répond pas pour le moment. Vous pouvez commander quand même : nous redemanderons avant d’envoyer le colis.
payment-title = Comment souhaitez-vous payer ?
payment-invoice = Facture
payment-invoice-hint = QR-facture, 30 jours
payment-invoice-words = Facture avec code QR, 30 jours
payment-card = Carte de démonstration
payment-card-hint = N’indiquez pas de vraie carte
payment-card-words = Carte de démonstration, se termine par { $x }
payment-free = gratuit
payment-accepts = est acceptée
payment-declines = est refusée
payment-choose = Choisissez comment payer
payment-declined = La carte a été refusée. Votre commande est toujours là : essayez une autre carte ou choisissez la facture.
payment-no-demo-card = Utilisez l’un des deux numéros de démonstration, pas une vraie carte
review-title = Tout est juste ?
billing-title = Adresse de facturation
review-label = Sur l’étiquette du colis
review-registered = La deuxième ligne porte le numéro client de la Poste pour ce colis, afin qu’elle puisse annoncer quand il est prêt.
review-to-confirm = Le numéro client manque encore : la Poste ne répond pas. Nous redemandons avant l’envoi et le signalons sur la page de la commande.
review-other-point = Autre point de retrait
review-other-person = Autre personne
review-terms = La commande est soumise aux conditions du { $x }.
review-order-now = Commander maintenant · { $x }
review-changed = Le panier ou les données ont changé entre-temps. Le nouvel état figure ci-dessous ; rien n’a encore été commandé.
review-sold-out = Un article n’est plus disponible en nombre suffisant. Veuillez adapter le panier ; rien n’a été commandé.
change-title = Voici ce qui a changé
change-what = Donnée
change-was = Avant
change-now = Maintenant
change-article = Article
change-name = Nom de l’article
change-quantity = Quantité : { $x }
change-price = Prix : { $x }
change-vat = Taux de TVA : { $x }
change-gone = n’en fait plus partie
change-nothing = rien
change-day = Arrive
change-hours = Ouvert ce jour-là
change-goods = Tous les articles
change-delivery-price = Frais de livraison
change-vat-sum = TVA { $x } %
change-user-id-known = connu
change-user-id-open = pas encore connu
change-user-id-new = un autre, attribué par la Poste
review-too-many = Plusieurs commandes sont venues d’ici en peu de temps. Rien n’est encore commandé et rien n’est perdu : veuillez commander à nouveau dans { $x }.

## The order

order-title = Commande { $x }
order-thanks = Merci, { $x }.
order-thanks-plain = Merci.
order-lead = La commande { $x } est chez nous, pour { $y }.
order-keep = Gardez l’adresse de cette page : seul qui la connaît voit la commande.
stop-ordered = Commandé
stop-packing = Nous emballons
stop-on-its-way = En route
stop-ready = Prêt au point de retrait
stop-ready-when = { $x }. La Poste l’annonce.
stop-delivered = Chez vous
order-to-confirm = La Poste n’a pas encore confirmé le numéro client. Nous redemandons et n’envoyons le colis qu’ensuite. Vous n’avez rien à faire.
order-bill-to = Facture à
order-collecting = Pour le retrait
order-name2 = Numéro client pour ce colis
order-ident = Numéro d’envoi
order-post-tells = La Poste annonce elle-même quand le colis est prêt.
order-lines = Articles
order-terms = Conditions du { $x }.
order-bill = QR-facture
order-bill-pdf = Facture en PDF
bill-title = Facture { $x }
bill-dates = { $x }, payable jusqu’au { $y }
bill-vat-number = { $x } TVA
bill-delivery = Livraison : { $x }
bill-more = et { $n } autres
bill-demonstration = Démonstration : ne pas payer.

## Terms and imprint

terms-title = Conditions
terms-version = Version du { $x }
terms-demo-title = Une démonstration
terms-demo = Cette boutique montre le déroulement d’une commande avec PickPost et My Post 24. Aucun contrat n’est conclu, rien n’est livré, rien n’est à payer.
terms-price-title = Prix
terms-price = Tous les prix sont en francs suisses, TVA comprise. La livraison coûte CHF 7.00 à un point de retrait et CHF 9.00 à une adresse.
terms-delivery-title = Livraison
terms-delivery = Ce qui est commandé avant minuit est remis à la Poste le jour ouvrable suivant et arrive le jour ouvrable d’après. Le colis attend 15 jours à un point de retrait, 7 dans un automate.
terms-payment-title = Paiement
terms-payment = Sur facture à 30 jours ou avec la carte de démonstration. Aucun mode de paiement n’est payant.
terms-law-title = Droit
terms-law = Le droit suisse serait applicable.
about-title = Impressum et protection des données
about-lead = murmel est inventée. La boutique est un modèle ouvert : voici comment intégrer PickPost et My Post 24 au processus de commande.
about-imprint-title = Impressum
about-imprint = L’entreprise, l’adresse et le compte sont inventés.
about-privacy-title = Protection des données
about-privacy = Ce que vous tapez reste sur le serveur de cette boutique : à l’état de brouillon 24 heures après la dernière modification, dans la commande aussi longtemps que dure la démonstration. Aucune publicité, aucune statistique, aucun script tiers.
about-privacy-post = Pour un retrait, le nom, l’adresse et l’e-mail ou le portable de la personne qui retire vont à la Poste. Dans cette démonstration, un simulateur joue le rôle de la Poste.
about-cookies = Un seul cookie tient le panier. Il n’est créé que lorsque vous y mettez quelque chose. Il contient le numéro du panier, le nombre d’articles et un code aléatoire contre les formulaires falsifiés, rien sur vous ; un jour après la dernière modification, il ne vaut plus rien. Si vous le souhaitez seulement, un second retient pendant un an le point de retrait choisi.
about-limits = Contre les abus, nous comptons combien de commandes, de demandes et de mots de passe viennent d’une même adresse réseau. Nous n’enregistrons pas l’adresse, mais un code qui ne permet pas de la retrouver sans notre clé : pendant quelques heures, et jusqu’à un mois pour la connexion à la gestion.
about-credits-title = Crédits
about-credits-places = Lieux
about-credits-pictures = Images
about-credits-fonts = Polices

## Behind the counter

sign-in-title = Se connecter
sign-in = Se connecter
sign-out = Se déconnecter
sign-in-wrong = L’e-mail ou le mot de passe est faux
sign-in-wait = Trop de tentatives. Veuillez réessayer dans { $x }.
sign-in-busy = De très nombreuses personnes se connectent en ce moment. Veuillez réessayer dans quelques secondes.
password-title = Nouveau mot de passe
password-printed = Ce mot de passe a été affiché au premier démarrage ; il figure peut-être encore sur un écran ou dans un journal. Veuillez en choisir un autre.
password-today = Mot de passe actuel
password-new = Nouveau mot de passe
password-advice = Dix caractères au moins. Plusieurs mots sans lien se retiennent bien et se devinent mal.
password-change = Changer le mot de passe
password-later = Plus tard
password-wrong = Le mot de passe actuel n’est pas correct
password-weak = Choisissez un mot de passe d’au moins dix caractères, qui ne soit ni courant ni tiré de l’adresse e-mail
merchant-nav = Gestion
merchant-orders = Commandes
merchant-waiting = En attente de la Poste
merchant-points = Points de retrait
merchant-refreshes = Dernières mises à jour
merchant-source = Source
merchant-outcome = Résultat
merchant-changes = Changements
merchant-points-troubled = La dernière mise à jour a échoué ; les dernières données valables restent en vigueur
merchant-none = Personne n’a encore commandé.
merchant-none-waiting = Rien n’attend la Poste.
merchant-count = { $n ->
    [one] { $n } commande
   *[other] { $n } commandes
 }
merchant-count-more = Plus de { $n } commandes
merchant-number = Numéro
merchant-placed = Commandé
merchant-when = Date
merchant-who = Facture à
merchant-where = Livraison
merchant-user-id = User ID
merchant-newer = Plus récentes
merchant-older = Plus anciennes
merchant-newest = Les plus récentes
merchant-oldest = Les plus anciennes
merchant-order = Commande { $x }
merchant-verified = Statut à la Poste : { $x }
merchant-journey = Parcours de l’adresse
merchant-label = Étiquette
merchant-label-alt = Aperçu de l’étiquette pour { $x }
merchant-specimen = Un aperçu : SPECIMEN signifie que ce colis ne peut pas être posté ainsi.
merchant-no-label = Pas encore d’étiquette : la Poste n’a pas confirmé le User ID.
merchant-erased = Plus d’étiquette : le User ID a été effacé à sa date.
merchant-ask-again = Redemander à la Poste
merchant-jobs = Tâches
merchant-jobs-none = Tout est fait : aucune tâche de fond n’a échoué.
merchant-jobs-lead = Ce qui n’a pas pu être fait en arrière-plan. La tâche est répétée d’elle-même jusqu’à son abandon; ensuite, elle attend ici.
merchant-job-what = Quoi
merchant-job-since = Depuis
merchant-job-tries = Essais
merchant-job-why = Dernière raison
merchant-job-next = Prochain essai
merchant-job-dead = abandonnée
merchant-job-again = Réessayer
merchant-job-give-up = Écarter
job-refresh-points = Mise à jour des points de retrait
job-sweep-sessions = Suppression des sessions expirées
job-sweep-limits = Suppression des compteurs pleins
job-sweep-sign-ins = Suppression des anciens essais de connexion
job-sweep-baskets = Suppression des paniers abandonnés
job-sweep-mandates = Suppression des mandats sans commande
job-erase-user-ids = Effacement des User ID à leur date
job-fault-database = La base de données a fait défaut
job-fault-carrier = La Poste n’a pas répondu
job-fault-busy = Quelqu’un d’autre s’en occupait
job-fault-panic = Une erreur du programme
job-fault-payload = Ses données sont illisibles
job-fault-cut-off = La boutique s’est arrêtée au milieu
state-known = User ID connu
state-to-confirm = à confirmer
state-erased = User ID effacé
event-placed = Commandé
event-asked-post = Demandé à la Poste
event-asked-again = Redemandé
event-user-id-known = User ID connu
event-user-id-to-confirm = User ID à confirmer
event-parcel-announced = Colis annoncé
