## Every page

skip = Aller au contenu
demo-label = Remarque
demo = Boutique de démonstration. Rien n’est vendu, rien n’est envoyé.
categories = Assortiment
category-kitchen = Cuisine
category-larder = Épicerie
category-outdoors = Plein air
category-winter = Hiver
category-children = Enfants
language = Langue
footer-nav = Mentions légales
footer-line = De bonnes choses des Alpes. Un modèle pour les boutiques avec PickPost et My Post 24.
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

error-home = Vers la page d’accueil
error-basket = Vers le panier
error-not-found-title = Cette page n’existe pas
error-not-found-text = L’adresse est peut-être incomplète, ou l’article n’est plus là.
error-stale-title = Votre session est terminée
error-stale-text = Cette page appartient à une session précédente : un panier est gardé { $n ->
    [one] un jour
   *[other] { $n } jours
 } après la dernière modification. Rien n’a été commandé avec ce formulaire. Rouvrez la page ; ce que vous avez commandé se trouve sous « Vos commandes ».
error-anew = Rouvrir la page
form-stale = Cette page appartenait à une session précédente. Ce que vous avez saisi est toujours là : vérifiez-le et envoyez-le encore une fois.
meanwhile-title = Modifié entre-temps
meanwhile-text = Cette commande a été modifiée dans une autre fenêtre. Voici son état actuel ; ce que vous avez saisi ici est toujours là. Choisissez « Continuer » pour l’appliquer.
typed-languages = Avec votre saisie, dans une autre langue :
checkout-changed = Cette commande a avancé depuis l’ouverture de la page, dans une autre fenêtre ou parce que quelque chose n’est plus disponible. Voici son état actuel.
sending-wait = Un instant, s’il vous plaît…
sending-post = Nous interrogeons la Poste. Cela dure quelques secondes au plus…
sending-failed = Pas de connexion à la boutique. Vos indications sont toujours là : veuillez réessayer.
sending-stopped = Interrompu. Vos indications sont toujours là.
error-foreign-title = Cette demande vient d’un autre site
error-foreign-text = Pour votre protection, nous n’acceptons que les formulaires de nos propres pages.
error-conflict-title = Vos données ont changé entre-temps
error-conflict-text = Elles ont été modifiées dans une autre fenêtre, ou quelque chose n’est pas encore prêt. Rien n’est perdu : revenez en arrière et rechargez la page.
error-method-title = Cette demande n’est pas possible ici
error-method-text = Cette adresse n’accepte pas ce genre de demande.
error-too-large-title = Le formulaire est trop volumineux
error-too-large-text = Il dépasse la taille admise. Veuillez raccourcir vos indications.
error-too-many-title = Trop de demandes à la fois
error-too-many-text = Veuillez attendre un instant, puis réessayer. Rien n’est perdu.
error-unreadable-title = Nous n’avons pas pu lire cette demande
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
error-internal-text = Vous n’y êtes pour rien. Votre panier est toujours là. Réessayez dans une minute.

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
fault-landline = Un SMS n’arrive que sur un numéro de portable (074 à 079) : indiquez-en un, ou choisissez l’e-mail
fault-form-country = Nous livrons en Suisse et au Liechtenstein
fault-too-long = Au plus { $max } caractères, la largeur d’une ligne de l’étiquette
fault-too-long-anyway = Au plus { $max } caractères
field-limit = { $n } caractères au plus, une ligne de l’étiquette
field-limit-number = { $n } caractères au plus
fault-character = Le caractère { $character } ne peut pas être imprimé sur l’étiquette
fault-control-character = Un caractère de commande invisible se trouve ici : retapez la ligne
fault-pick-up-keyword = C’est l’adresse d’un point de retrait. Indiquez ici votre propre adresse ; nous livrons volontiers au point de retrait : choisissez-le dans la liste.
guide-to-point = Choisir le point de retrait

## Goods and basket

home-title = De bonnes choses des Alpes.
home-lead = { $n } articles, bien faits. Chez vous, ou dans un point de retrait près de vous.
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
product-vat = TVA { $x } % comprise
product-add = Ajouter au panier
product-size = Dimensions avec emballage
product-weight = Poids
product-delivery = Livraison
product-delivery-all = À domicile, à un guichet (PickPost) ou dans un casier (My Post 24)
product-delivery-some = Trop grand ou trop lourd pour un casier ; l’étape Livraison montre ce qui est possible
product-delivery-none = Trop grand ou trop lourd pour un point de retrait
product-delivery-nowhere = Ne peut pas être envoyé : { $x }
quantity = Quantité
quantity-wrong = Indiquez un nombre de 1 à { $n }
quantity-not-enough = Stock insuffisant : il en reste { $n }, ceux de votre panier compris
basket-title = Panier
basket-count = { $n ->
    [one] article
   *[other] articles
 }
basket-empty = Votre panier est encore vide.
basket-update = Mettre à jour
basket-quantity-of = Quantité : { $x }
basket-remove = Retirer { $x }
basket-quantity-wrong = Indiquez un nombre de 0 à { $n }
basket-no-longer-available = Stock insuffisant : il en reste { $n }
basket-look-again = Une quantité n’est pas correcte
basket-moved = Ce panier a été modifié dans une autre fenêtre. Ce que vous avez saisi ici est toujours là ; choisissez « Mettre à jour » pour l’appliquer.
basket-delivery = Livraison dès CHF { $x } à un point de retrait, CHF { $y } à domicile.
basket-delivery-home = Livraison à domicile : CHF { $x }. Un point de retrait ne peut pas recevoir ce colis.
basket-delivery-none = C’est plus que n’en contient un colis ({ $x } kg emballage compris, dimensions selon la Poste). Commandez en plusieurs fois.
delivery-too-much = Cela ne part pas en un seul colis : { $x }. Retirez un article et commandez-le à part. Si un seul article est déjà de trop, écrivez-nous : nous trouverons une solution.
delivery-to-basket = Modifier le panier
basket-checkout = Passer à la caisse
basket-not-orderable = Adaptez d’abord les quantités.
basket-ended = Votre panier n’existe plus : il est gardé { $n ->
    [one] un jour
   *[other] { $n } jours
 } après la dernière modification. Ce que vous avez commandé se trouve sous « Vos commandes ».
missing-title = Impossible de commander ainsi
missing-text = Rien n’a été commandé. Un clic suffit, et vous êtes de retour ici.
missing-left = { $x } : plus que { $n }
missing-none = { $x } : épuisé
missing-gone = { $x } : n’est plus dans l’assortiment
missing-gone-unnamed = Un article de votre panier n’est plus dans l’assortiment
missing-take = En prendre { $n }
missing-remove = Retirer
missing-first = Vous pourrez commander dès que rien ne manquera plus ci-dessus.
basket-too-many = De très nombreux paniers ont été ouverts depuis votre connexion. Veuillez réessayer dans { $x }.
summary-title = Votre commande
summary-goods = Articles
summary-delivery = Livraison
summary-delivery-from = dès { $x }
summary-subtotal = Sous-total sans livraison
summary-pieces = { $n ->
    [one] { $n } pièce
   *[other] { $n } pièces
 }
summary-total = Total
summary-vat = Dont TVA { $x } % : { $y }

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
address-lead = La facture est envoyée ici. Le lieu de livraison vient à l’étape suivante.
address-town-filled = Localité ajoutée : #
address-swap = Intervertir numéro postal et localité : { $x }
address-asks-post = Avec « Continuer », nous demandons à la Poste si elle connaît l’adresse. Ce que vous avez saisi reste valable, même si elle propose autre chose.
hint-title = Est-ce plutôt cette adresse ?
hint-why-country = Ce numéro postal se trouve dans l’autre pays.
hint-why-number = Le numéro figure deux fois, ou seul sur une ligne.
hint-why-town = Le numéro postal et la localité ne vont pas ensemble.
hint-why-postcode = À notre connaissance, ce numéro postal n’existe pas.
hint-take = Utiliser cette adresse
hint-keep = Garder la mienne
hint-lost = La Poste ne trouve pas cette adresse
hint-lost-text = Si elle est juste, continuez simplement.
hint-change = Modifier l’adresse
hint-about-billing = Adresse de facturation saisie : { $x }
hint-about-other = Autre adresse saisie : { $x }
hint-about-collector = Adresse saisie pour la personne qui retire : { $x }
delivery-question = Où devons-nous livrer ?
delivery-to-address = À une adresse
delivery-to-point = À un point de retrait
delivery-home = À domicile
delivery-other = À une autre adresse
delivery-other-hint = Amis, bureau, voisine
delivery-other-title = L’autre adresse
delivery-erased = Les données de la personne ont été effacées.
delivery-pickpost = PickPost
delivery-my-post-24 = My Post 24
delivery-pickpost-hint = Au guichet, avec une pièce d’identité. { $n } points
delivery-my-post-24-hint = À l’automate, jour et nuit, avec un code QR. { $n } automates
delivery-bill = La facture va dans tous les cas à l’adresse { $x }.
delivery-choose = Choisissez où nous livrons
delivery-title = Livraison : { $x }
delivery-arrives = Arrivée : { $x }
delivery-arrives-open = Arrivée : { $x }, ouvert { $y }
delivery-arrives-always = Arrivée : { $x }, ouvert jour et nuit
delivery-arrives-shut = Arrivée : { $x }. { $y }
delivery-arrives-unknown = Nous connaîtrons le jour d’arrivée dès que la Poste aura répondu.
misfit-too-long = { $name } mesure { $cm } cm, la limite est ici de { $limit } cm
misfit-too-heavy = Le colis pèse { $x } kg, la limite est ici de { $y } kg
misfit-too-bulky = L’ensemble est trop volumineux pour un colis à cet endroit
delivery-parcels = { $n ->
    [one] en { $n } colis
   *[other] en { $n } colis
 }
point-title = Choisissez un point de retrait
point-search = NPA, localité, rue ou gare
point-search-button = Chercher
point-skip = Aller à la liste des points de retrait
point-kind = Type
filter-title = Filtres
filter-late = Jusqu’à { $n } h
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
point-foreign = Ce choix ne correspond pas à votre commande. Veuillez choisir dans la liste.
point-gone = Ce point n’existe plus. Veuillez en choisir un autre.
point-refused = { $x } : { $y }
point-closed = Fermé jusqu’au { $x } ({ $y })
hours-always = Ouvert jour et nuit
hours-closed = fermé
hours-closed-door = Fermé
hours-open-until = Ouvert jusqu’à { $x }
hours-open-until-day = Ouvert jusqu’à { $x } { $y }
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
point-found-page = Points { $from } à { $to } sur { $n }, par distance depuis { $x }
point-street-unknown = Nous ne connaissons pas cette rue : distances depuis { $x } (centre).
point-postcode-unknown = Nous ne connaissons pas le numéro postal { $x } ; distances depuis { $y }.
point-nowhere = Les points de retrait ne sont pas disponibles en ce moment.
point-nowhere-try = La Poste ne répond pas et nous n’avons pas encore de liste. Nous livrons volontiers à domicile ; ou réessayez dans quelques minutes.
point-nowhere-home = Choisir un autre mode de livraison
point-used = Cette liste n’est plus à jour : votre commande a avancé entre-temps. Veuillez choisir à nouveau.
point-closed-until = Fermé jusqu’au { $x }
point-closed-throughout = Fermé pendant tout le délai de retrait (jusqu’au { $x })
point-as-of-troubled = La Poste ne répond pas en ce moment. Voici la liste du { $x }.
point-remember = Mémoriser ce point pour la prochaine commande (avec un cookie, pendant { $n } jours)
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
map-keys = Carte, à déplacer avec les touches fléchées
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
collector-home-hint = Avec son adresse de domicile : la Poste vérifie ainsi qui retire.
collector-how = Avis quand le colis est prêt
collector-notify = La Poste envoie l’avis par
notify-email = e-mail
notify-sms = SMS
collector-choose-notify = Choisissez e-mail ou SMS
collector-asks-post = Une autre personne que vous peut retirer le colis. Avec « Continuer », la personne indiquée ici est inscrite auprès de la Poste : nous lui transmettons le nom, l’adresse du domicile et l’e-mail ou le numéro de portable de cette personne, et recevons le numéro client pour ce colis. N’indiquez qu’une personne qui est d’accord.
collects = Retrait par { $x } ({ $y })
collect-until = À retirer jusqu’au { $x } ; la date du message de la Poste fait foi.
collector-too-many = Beaucoup de demandes ont été envoyées à la Poste en peu de temps. Vos indications sont toujours là : veuillez réessayer dans { $x }.
news-given = La Poste a tout ce qu’il lui faut pour remettre votre colis. Si la personne qui le retire n’était pas encore inscrite, elle l’est désormais.
news-given-other = La Poste a tout ce qu’il lui faut pour remettre le colis à { $x }. Toute personne qui n’y était pas encore inscrite l’est désormais.
locker-check = Avant qu’un colis puisse être retiré à un automate, la Poste peut vérifier l’identité, une seule fois. À un guichet PickPost, une pièce d’identité suffit.
locker-counter = Choisir un PickPost à proximité
news-to-confirm = La Poste ne répond pas pour le moment. Vous pouvez commander quand même : nous redemanderons avant d’envoyer le colis.
payment-title = Comment souhaitez-vous payer ?
payment-invoice = Facture
payment-invoice-hint = QR-facture, { $n ->
    [one] { $n } jour
   *[other] { $n } jours
 }
payment-invoice-words = Facture avec code QR, { $n ->
    [one] { $n } jour
   *[other] { $n } jours
 }
payment-card = Carte de démonstration
payment-card-hint = N’indiquez pas de vraie carte
payment-card-words = Carte de démonstration se terminant par { $x }
payment-free = gratuit
payment-accepts = est acceptée
payment-declines = est refusée
payment-choose = Choisissez comment payer
payment-declined = La carte a été refusée. Votre commande est toujours là : essayez une autre carte ou choisissez la facture.
payment-no-demo-card = Utilisez l’un des deux numéros de démonstration, pas une vraie carte
review-title = Tout est correct ?
billing-title = Adresse de facturation
review-label = Sur l’étiquette du colis
review-registered = La ligne sous le nom porte le numéro client de la Poste pour ce colis, afin qu’elle puisse annoncer quand il est prêt.
review-to-confirm = Le numéro client manque encore : la Poste ne répond pas. Nous la relançons automatiquement, n’envoyons le colis qu’avec sa réponse et l’indiquons sur la page de la commande.
review-other-point = Autre point de retrait
review-other-person = Autre personne
review-terms = La commande est soumise aux conditions du { $x }.
review-order-now = Commander maintenant · { $x }
review-changed = Le panier ou les données ont changé entre-temps. Le nouvel état figure ci-dessous ; rien n’a encore été commandé.
review-drift = Depuis votre dernière visite de cette page, quelque chose a changé. Voici ce qui vaut maintenant ; rien n’a encore été commandé.
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
change-day = Arrivée
change-hours = Ouvert ce jour-là
change-goods = Tous les articles
change-delivery-price = Frais de livraison
change-vat-sum = TVA { $x } %
change-user-id-known = connu
change-user-id-open = pas encore connu
change-user-id-new = un autre, attribué par la Poste
review-too-many = Plusieurs commandes sont venues de votre connexion en peu de temps. Rien n’est encore commandé et rien n’est perdu : veuillez commander à nouveau dans { $x }.

## The order

order-title = Commande { $x }
order-thanks = Merci, { $x }.
order-thanks-plain = Merci.
order-lead = Nous avons reçu votre commande { $x }. La confirmation est envoyée à { $y }.
order-keep = Enregistrez cette page dans vos favoris : toute personne qui a son lien voit la commande. Après { $n ->
    [one] { $n } jour
   *[other] { $n } jours
 }, elle demande aussi le numéro postal ou l’e-mail.
stop-ordered = Commandé
stop-to-confirm = En attente de la Poste
stop-packing = En préparation
stop-on-its-way = En route
stop-ready = Prêt au point de retrait
stop-ready-when = { $x }. La Poste envoie un avis.
stop-after-answer = Dès que la Poste aura répondu
stop-delivered = Distribué
stop-arrived = Colis arrivé
order-to-confirm = La Poste n’a pas encore confirmé le numéro client. Nous la relançons automatiquement et n’envoyons le colis qu’ensuite. Vous n’avez rien à faire : dès que la réponse est là, elle figure sur cette page.
order-to-confirm-person = La Poste n’a pas encore confirmé le numéro client. Quelqu’un de chez nous s’en occupe et vous contacte au besoin à { $x }. Le colis n’est envoyé qu’avec le numéro.
order-look-again = Voir si la réponse est arrivée
order-came = La Poste a confirmé le numéro client : il figure ci-dessous. Votre colis peut partir.
order-bill-to = Facture à
order-collecting = Pour le retrait
order-name2 = Numéro client pour ce colis
order-ident = Numéro d’envoi
order-parcels = { $n ->
    [one] Votre colis
   *[other] Vos { $n } colis
 }
parcel-of = Colis { $x } sur { $y }
parcel-announced = annoncé
parcel-handed-over = en route
parcel-ready = prêt au retrait
parcel-collected = retiré ou distribué
parcel-returned = revenu
order-parcels-why = C’est trop pour un seul colis. Tous vont au même endroit, chacun avec son numéro ; la commande est terminée quand tous sont retirés ou distribués.
order-post-tells = La Poste envoie un avis automatiquement dès que le colis est prêt.
order-lines = Articles
order-terms = Conditions du { $x }.
order-bill = QR-facture
order-bill-pdf = Facture en PDF
order-lead-erased = Nous avons reçu votre commande { $x }.
order-erased = Effacés le { $x } : les coordonnées, la personne qui a reçu ou retiré le colis, le numéro client et l’étiquette.
order-mine = En savoir plus sur cette commande
order-data = Vos données : copie et effacement
orders-title = Vos commandes
orders-remember = Mémoriser dans ce navigateur
orders-remember-how = Avec un cookie, pendant { $n } jours.
orders-lead = Ce navigateur connaît ces commandes.
orders-remembered = mémorisée
orders-for-a-day = pour aujourd’hui seulement ; plus longtemps avec « Mémoriser dans ce navigateur » sur sa page
orders-forget = Tout oublier
orders-none = Ce navigateur ne connaît aucune commande.
orders-none-how = Une commande figure ici pendant { $n ->
    [one] un jour
   *[other] { $n } jours
 }, et plus longtemps si vous choisissez « Mémoriser dans ce navigateur » sur sa page. Son lien y mène toujours.
proof-title = Est-ce votre commande ?
proof-lead = Ce lien a plus de { $n ->
    [one] { $n } jour
   *[other] { $n } jours
 }. Pour voir qui a commandé, quoi et pour quelle adresse, saisissez le numéro postal de l’adresse de facturation ou l’adresse e-mail de la commande.
proof-placed = Commandé le
proof-delivery = Livraison
proof-state = État
proof-show = Afficher la commande
field-proof = Numéro postal ou adresse e-mail
field-proof-postcode = Numéro postal de l’adresse de facturation
proof-missing = Remplissez ce champ
proof-wrong = Cela ne correspond pas à cette commande
proof-too-many = Trop d’essais. Réessayez dans { $x }.
data-title = Vos données, commande { $x }
data-kept-title = Ce que nous gardons, et jusqu’à quand
data-people = E-mail, téléphone, qui reçoit ou retire le colis, numéro client, étiquettes
data-books = Adresse de facturation, articles, montants, paiement, mode de livraison, point de retrait, historique
data-until = jusqu’au { $x }
data-erased-on = effacé le { $x }
data-why = Nous devons conserver les livres et les pièces comptables pendant { $n ->
    [one] { $n } an
    [10] dix ans
   *[other] { $n } ans
 } (art. 958f CO). Le reste ne sert que jusqu’à ce que le colis soit arrivé et qu’il n’y ait plus de question ; nous l’effaçons ensuite automatiquement.
data-copy-title = Copie
data-copy-lead = Tout ce que nous avons enregistré sur cette commande, dans un fichier JSON. N’importe quel éditeur de texte l’ouvre.
data-copy = Télécharger la copie
data-erase-title = Effacement
data-erase-lead = Nous effaçons tout de suite ce qu’aucune loi n’exige : e-mail, téléphone, qui a reçu ou retiré le colis, numéro client et étiquettes. Nous devons garder le reste jusqu’au { $x }. L’effacement est définitif.
data-erase = Effacer maintenant
data-gone = Effacé le { $x }. Nous devons garder le reste jusqu’au { $y } (art. 958f CO).
data-not-yet = Pas encore : la commande n’est pas terminée, et nous devrons peut-être vous joindre au sujet du colis. Dès qu’elle l’est, nous effaçons sur demande ; sinon automatiquement le { $x }.
data-too-many = Plusieurs demandes en peu de temps. Réessayez dans { $x }.
bill-title = Facture { $x }
bill-dates = { $x }, payable jusqu’au { $y }
bill-vat-number = { $x } TVA
bill-delivery = Livraison : remise à la Poste le { $x }
bill-delivery-expected = Livraison : prévue le { $x }
bill-delivery-open = Livraison : la page de votre commande indiquera le jour dès qu’il sera connu.
bill-vat = TVA { $x } % : { $y } comprise dans { $z }
bill-more = et { $n } autres
bill-demonstration = Démonstration : ne pas payer.

## Codes of the Barcode API

code-combination = Ces prestations ne peuvent pas être commandées ensemble, ou leurs codes ne tiennent pas sur l’étiquette. En retirer une ou choisir une étiquette plus grande.
code-service = La Poste ne connaît pas l’une des prestations commandées. La commande n’y est pour rien : informer la personne qui s’occupe de la boutique.
code-layout = Le format de l’étiquette n’est pas admis pour cet envoi. Choisir A5, A6 ou A7.
code-recipient = L’adresse du destinataire est incomplète ou contient un caractère que la Poste n’accepte pas. Vérifier l’adresse.
code-home-office = L’office de domicile de l’expéditeur manque. Il figure dans le contrat avec la Poste : informer la personne qui s’occupe de la boutique.
code-licence-missing = La licence d’affranchissement manque. Elle se règle par POST_FRANKING_LICENCE ; le numéro figure dans le contrat avec la Poste.
code-licence-refused = Cette licence d’affranchissement n’est pas admise pour cet accès ou cette prestation. Comparer POST_FRANKING_LICENCE au contrat ; si le numéro est juste, demander à la Poste.
code-licence-length = La licence d’affranchissement est trop longue ou trop courte. Comparer POST_FRANKING_LICENCE au contrat.
code-number-range = Le numéro d’envoi se trouve hors de la plage admise. Il en faut un nouveau.
code-number-used = Ce numéro d’envoi a déjà servi. Il ne doit plus figurer sur un colis : il en faut un nouveau.
code-file-format = La Poste ne dessine pas l’étiquette dans ce format de fichier. Choisir PDF, PNG ou ZPL2.
code-resolution = La résolution de l’étiquette n’est pas admise. Choisir 200, 300 ou 600 points par pouce.
code-sender = L’adresse de l’expéditeur est incomplète ou trop longue. Vérifier le nom, la rue et la localité de la boutique dans les réglages.
code-logo = Le logo de l’expéditeur est trop grand, dans un mauvais format ou mal tourné. Choisir un GIF, PNG ou JPG d’au plus 50 Ko, ou aucun.
code-country = Le pays manque ou la Poste ne le connaît pas. Indiquer deux lettres, par exemple CH.
code-postcode-missing = Il manque le numéro postal à un colis suisse. Compléter l’adresse.
code-postcode = Le numéro postal n’est pas valable : en Suisse, il ne contient que des chiffres. Vérifier l’adresse.
code-weight-most = Le colis est plus lourd que cette prestation ne l’admet. Vérifier le poids ou répartir la commande en plusieurs colis.
code-weight-least = Le poids doit dépasser zéro gramme. Vérifier le poids des articles.
code-e-mail = L’adresse e-mail pour les messages de la Poste n’est pas valable. Vérifier l’adresse.
code-phone = Le numéro de portable pour les messages de la Poste n’est pas valable : 10 à 20 caractères, seulement chiffres et espaces. Vérifier le numéro.
code-notification = Le genre et l’adresse d’un message ne vont pas ensemble : un e-mail sans adresse ou un SMS sans numéro. Vérifier les indications.
code-instruction = Une instruction de distribution et un message s’excluent, ou l’un exige l’autre. En retirer un ou ajouter celui qui manque.
code-item-id = L’identifiant de l’envoi contient un caractère interdit. Lettres, chiffres, tiret bas, moins et plus sont admis : informer la personne qui s’occupe de la boutique.
code-label-lines = L’étiquette porte de deux à cinq lignes d’adresse propres, de 35 caractères au plus. Vérifier les lignes.
code-not-there = Cette prestation n’existe pas à cette adresse. Choisir une autre prestation ou un autre lieu de livraison.
code-system = Une erreur s’est produite à la Poste ; la commande n’y est pour rien. Réessayer plus tard.
code-system-lasting = Une erreur s’est produite à la Poste, qu’une répétition ne règle pas. Demander à la Poste en citant ce code.
code-franking-ignored = La mention d’affranchissement P.P. a été omise, car cette prestation n’en a pas besoin. Rien à faire.
code-title-dropped = La civilité n’avait pas de place sur l’étiquette et y manque. Le colis arrivera ; rien à faire.
code-suffix-dropped = Le complément d’adresse n’avait pas de place sur l’étiquette et y manque. Vérifier que le colis arrive sans lui ; sinon choisir une étiquette plus grande.
code-sender-shortened = Les lignes de l’expéditeur ont été raccourcies sur l’étiquette. L’adresse peut manquer lors d’un retour ; sinon rien à faire.
code-name3-dropped = La troisième ligne du nom (c/o, service) n’avait pas de place sur l’étiquette et y manque. Vérifier que le colis arrive sans elle ; sinon choisir une étiquette plus grande.
code-text-dropped = Le texte libre n’avait pas de place sur l’étiquette et y manque. Le colis arrivera ; rien à faire.
code-lines-dropped = Il y avait plus de lignes d’adresse que l’étiquette n’en contient ; celles en trop y manquent. Réunir des lignes ou choisir une étiquette plus grande.
code-unknown-error = La Poste a refusé l’envoi, avec un code que cette boutique ne connaît pas. Demander à la Poste en le citant.
code-unknown-warning = La Poste a accepté l’envoi, avec une remarque que cette boutique ne connaît pas. Regarder l’étiquette avant le dépôt.
code-unknown = La Poste a signalé quelque chose que cette boutique ne connaît pas. Demander à la Poste en citant le code.

## Terms and imprint

terms-title = Conditions
terms-version = Version du { $x }
terms-demo-title = Une démonstration
terms-demo = Cette boutique montre le déroulement d’une commande avec PickPost et My Post 24. Aucun contrat n’est conclu, rien n’est livré, il n’y a rien à payer.
terms-price-title = Prix
terms-price = Tous les prix sont en francs suisses, TVA comprise. La livraison coûte CHF { $point } à un point de retrait, { $bands } à une adresse, et CHF { $bulky } pour un colis encombrant.
terms-price-band = CHF { $x } jusqu’à { $y } kg
terms-delivery-title = Livraison
terms-delivery = Ce qui est commandé avant minuit est remis à la Poste le jour ouvrable suivant et arrive le jour ouvrable d’après. Le colis attend { $x } jours à un point de retrait, { $y } dans un automate.
terms-payment-title = Paiement
terms-payment = Sur facture à { $n ->
    [one] { $n } jour
   *[other] { $n } jours
 } ou avec la carte de démonstration. Les deux modes de paiement sont gratuits.
terms-law-title = Droit
terms-law = Le droit suisse est applicable.
about-title = Impressum et protection des données
about-lead = murmel est une boutique inventée. C’est un modèle ouvert : voici comment intégrer PickPost et My Post 24 au processus de commande.
about-imprint-title = Impressum
about-imprint = L’entreprise, l’adresse et le compte sont inventés.
about-privacy-title = Protection des données
about-privacy = Ce que vous saisissez reste sur le serveur de cette boutique, à l’état de brouillon jusqu’à { $n ->
    [one] un jour
   *[other] { $n } jours
 } après la dernière modification. Aucune publicité, aucune statistique, aucun script tiers.
about-privacy-order = D’une commande, nous gardons pendant { $days ->
    [one] { $days } jour
   *[other] { $days } jours
 } l’e-mail, le téléphone, la personne qui reçoit ou retire le colis, le numéro client de la Poste et les étiquettes. L’adresse de facturation, les articles, les montants, le paiement, le mode de livraison, le point de retrait et l’historique restent { $years ->
    [one] { $years } an
    [10] dix ans
   *[other] { $years } ans
 } après la fin de l’année, comme la loi l’exige pour les livres comptables (art. 958f CO). Ensuite, nous effaçons le tout automatiquement. Les copies de sauvegarde le contiennent jusqu’à ce qu’elles soient effacées à leur tour.
about-privacy-rights = Le lien d’une commande montre tout pendant { $n ->
    [one] { $n } jour
   *[other] { $n } jours
 } ; ensuite, il demande le numéro postal de l’adresse de facturation ou l’adresse e-mail. Sur la page de la commande, vous obtenez une copie de tout ce qui est enregistré et pouvez faire effacer ce qu’aucune loi n’exige, dès que la commande est terminée.
about-privacy-post = Pour un retrait, le nom, l’adresse et l’e-mail ou le numéro de portable de la personne qui retire vont à la Poste. Cette personne est ainsi inscrite auprès de la Poste, même si quelqu’un d’autre commande et paie. Si la Poste ne répond pas, nous renvoyons automatiquement les mêmes indications pendant quelques jours. Dans cette démonstration, un simulateur joue le rôle de la Poste.
about-privacy-address = Quand une adresse est saisie pendant la commande, nous envoyons le nom et l’adresse à la Poste pour vérification ; avec les scripts, aussi le numéro postal, la rue et le numéro pendant la saisie. Nous n’en gardons qu’une proposition, jusqu’à la réponse ou à la commande.
cookies-title = Cookies
about-cookies = Aucun ne sert à la publicité ou à la statistique, et tous viennent de cette boutique. Le premier n’est créé que lorsque vous mettez quelque chose dans le panier ou que vous répondez à la question d’une commande ; les autres seulement si vous le souhaitez.
cookie-session = Tient le panier et connaît vos { $orders ->
    [10] dix
   *[other] { $orders }
 } dernières commandes : le numéro du panier, le nombre d’articles, les liens des commandes, un code aléatoire contre les formulaires falsifiés et, dans la gestion, qui est connecté. Valable encore après la dernière modification :
cookie-last-point = Retient, si vous le souhaitez, le point de retrait choisi. Valable :
cookie-orders = Retient, si vous le souhaitez, les liens de commandes. Valable :
cookie-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
 }
about-limits = Contre les abus, nous comptons combien de commandes, de demandes, de mots de passe et de numéros postaux viennent d’une même adresse réseau. Nous n’enregistrons pas l’adresse, mais un code qui ne permet pas de la retrouver sans notre clé : pendant quelques heures, et jusqu’à un mois pour la connexion à la gestion.
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
password-advice = { $n ->
    [10] Dix caractères
   *[other] { $n } caractères
 } au moins. Plusieurs mots sans lien se retiennent bien et se devinent mal.
password-change = Changer le mot de passe
password-later = Plus tard
password-wrong = Le mot de passe actuel n’est pas correct
password-weak = Choisissez un mot de passe d’au moins { $n ->
    [10] dix caractères
   *[other] { $n } caractères
 }, qui ne soit ni courant ni tiré de l’adresse e-mail
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
merchant-newer = Plus récentes
merchant-older = Plus anciennes
merchant-newest = Les plus récentes
merchant-oldest = Les plus anciennes
merchant-order = Commande { $x }
merchant-verified = Statut à la Poste : { $x }
merchant-journey = Parcours de l’adresse
merchant-history = Historique
journey-billing = Saisi : qui paie
journey-home = Saisi : le domicile de la personne qui retire le colis
journey-chosen = Choisi : le point de retrait
journey-data-of = D’après les données du { $x }
journey-sent = Envoyé à la Poste
journey-took = { $x } ms
journey-questions = { $n } demandes au total
journey-trace = Trace
journey-request = Ce qui est envoyé, masqué
journey-answered = Réponse de la Poste
journey-waits = La Poste n’a pas encore donné de User ID.
journey-erased = Le User ID a été effacé à l’échéance.
journey-printed = Imprimé sur l’étiquette
journey-parcel = Le colis chez le simulateur
journey-no-label = Rien encore : pas d’étiquette sans User ID.
merchant-label = Étiquette
merchant-label-alt = Aperçu de l’étiquette pour { $x }
merchant-specimen = Un aperçu : SPECIMEN signifie que ce colis ne peut pas être posté ainsi.
label-count = { $x } caractères sur { $y }
label-dropped = Omis faute de place : « { $x } » ({ $y })
label-name-two-lines = Le nom dépasse une ligne et en occupe deux.
label-name-initials = Le nom dépasse une ligne : le prénom est réduit à ses initiales.
label-name-small = Le nom dépasse une ligne et figure en plus petit.
preview-title = Étiquette de { $x }
preview-link = L’étiquette, zone par zone
preview-layout = Format
preview-orientation = Feuille
preview-landscape = Paysage
preview-portrait = Portrait
preview-size = Affichage
preview-true = Taille réelle
preview-large = Deux fois plus grande
preview-parcel = Colis
preview-plan = Étiquette avec règles graduées en millimètres
preview-print = Imprimée à 100 %, cette page est exactement une étiquette.
preview-lines = L’adresse telle qu’elle est imprimée
preview-zones = Ce qui figure à quel endroit
preview-place = à { $x } mm de la gauche, à { $y } mm du haut
preview-measure = { $x } × { $y } mm
zone-franking = Office de domicile et licence
zone-version = Ligne de version
zone-logo = Logo de la Poste
zone-ident = Code d’identification
zone-number = Numéro d’envoi
zone-service = Code de prestation
zone-weight = Poids
zone-parcel = Colis n sur m
zone-sender = Expéditeur
zone-free-text = Texte libre
zone-recipient = Destinataire
zone-words-franking = Où la boutique remet ses colis, et la licence qui est débitée. A7 n’a pas la place pour l’office.
zone-words-version = Quel programme a dessiné l’étiquette, et quel jour.
zone-words-logo = La Poste imprime ici son logo ; la boutique laisse la place vide.
zone-words-ident = Code 128 de 18 chiffres : 99, la licence, le numéro d’envoi. Long de 68 à 69 mm, haut de 23 mm, 8 mm libres à gauche.
zone-words-number = Le même numéro en chiffres lisibles, en quatre groupes.
zone-words-service = Comment le colis voyage : un code de quatre chiffres, son sigle à côté. Economy n’en a pas.
zone-words-weight = Ce que pèse la marchandise, arrondi aux cent grammes supérieurs. La Poste pèse à nouveau.
zone-words-parcel = De quel colis de la commande il s’agit, et sur combien.
zone-words-sender = Où va le colis si personne ne le retire ; tourné de 90 degrés.
zone-words-free-text = Une ligne de la boutique au-dessus du nom, 34 caractères ; la dernière à disparaître faute de place.
zone-words-recipient = Qui retire le colis, dessous le mot-clé et le User ID, puis la rue et la localité du point de retrait. 10 mm sont libres tout autour.
merchant-no-label = Pas encore d’étiquette : la Poste n’a pas confirmé le User ID.
merchant-erased = Plus d’étiquette : ce qui y figurait est effacé.
merchant-void = Plus d’étiquette : cette commande est close. Une étiquette déjà imprimée n’est plus valable ; ne pas l’utiliser.
merchant-ask-again = Redemander à la Poste
merchant-asked-still = La Poste vient d’être interrogée encore une fois, sans résultat : { $x }. Ensuite : { $y }
merchant-asked-known = La Poste a été interrogée et a répondu : le User ID est là.
shipment = Données d’envoi
shipment-sent = envoyées
shipment-waiting = en attente
shipment-refused = refusées
shipment-sent-at = La Poste les a depuis le { $x }
shipment-refused-at = La Poste les a refusées le { $x } : corrigez ce qu’elle conteste, puis renvoyez
shipment-now = Elles sont en cours d’envoi
shipment-held = Elles partent le { $x }
shipment-retried = Nouvel essai le { $x }
shipment-given-up = Essayé en vain pendant des jours ; plus d’essai automatique
shipment-never = Elles ne partent pas automatiquement
shipment-send = Envoyer maintenant
shipment-again = Renvoyer
shipment-final = La Poste ne reprend rien : ce qui est envoyé reste annoncé.
shipment-service = Mode d’envoi
shipment-priority = Priority (PRI), comme promis à la commande
shipment-economy = Economy (ECO), un jour ouvrable plus tard
shipment-extras = Prestations complémentaires
service-not-at-a-point = { $x } n’a pas de sens à un point de retrait : quelqu’un y vient chercher le colis.
service-switched-off = { $x } est désactivé pour les points de retrait : aucune source ne dit que la Poste l’y accepte (SHOP_POINT_SERVICES).
service-not-offered = { $x } ne peut pas être commandé par cette boutique : il manque aux commandes ce que la Poste devrait savoir.
service-unknown = { $x } n’est pas une prestation de la Poste que nous connaissons.
service-basic = Il faut à un colis exactement une prestation de base : ECO ou PRI.
label-refused-user-id = La Poste n’a pas encore donné le User ID. Sans lui, le colis n’arrive chez personne : aucune étiquette n’est commandée.
label-way-user-id = Redemander à la Poste sur la page de la commande, ou choisir un autre point de retrait. Dès qu’elle répond, tout continue automatiquement.
label-refused-ended = Cette commande est close : aucun colis ne part plus.
label-way-ended = Rien à faire. Ne pas utiliser une étiquette imprimée.
label-refused-erased = Les données personnelles de cette commande sont effacées : il n’y a plus personne à qui envoyer le colis.
label-way-erased = Qui attend encore quelque chose doit passer une nouvelle commande.
label-refused-point = Le point de retrait n’existe plus, ou est fermé quand le colis arriverait : la commande est suspendue.
label-way-point = Choisir un autre point de retrait, ou laisser partir la commande malgré tout, sur sa page.
label-refused-held = La commande est suspendue : rien ne part à la Poste.
label-way-held = La laisser partir sur sa page ; l’étiquette est alors commandée automatiquement.
label-refused-left = Le colis a déjà été remis, sans que la Poste ait dessiné une étiquette.
label-way-left = Si c’est une erreur, ajoutez une note ; si le colis revient, il peut être renvoyé de là.
label-way-services = Choisir ECO ou PRI sur la page de la commande et renvoyer.
shipment-official = Étiquette de la Poste
shipment-field = La Poste n’accepte pas le champ { $x }
shipment-unread = La Poste n’a pas pu lire la demande (400)
shipment-no-item = La Poste a répondu sans le colis : c’est sa réponse à une licence d’affranchissement qu’elle ne connaît pas
shipment-unknown = La Poste a donné une raison qui n’est pas un code connu
return = Étiquette de retour
return-ask = La commander à la Poste
return-hint = De la personne à nous, Economy. Elle ne rembourse rien : un remboursement se décide quand le colis est là.
return-drawn = { $x }, de la Poste le { $y }
return-refused = La Poste l’a refusée :
return-lost = La Poste n’a pas répondu. Le numéro { $x } est utilisé ; une nouvelle commande en prend un autre.
return-asking = Elle est en cours de commande.
official-title = Étiquette officielle de la commande { $x }
official-none = La Poste n’a pas encore dessiné d’étiquette pour cette commande. Elle le fait une fois les données du colis envoyées.
official-erased = L’étiquette a été effacée à son échéance, avec le nom qui y figurait.
official-caption = Telle que la Poste l’a dessinée. La regarder ici ne compte pas comme une impression.
official-no-viewer = Ce navigateur ne peut pas afficher de PDF ici : ouvrez l’étiquette avec le bouton.
print-title = Imprimée
print-times = { $n ->
    [one] { $n } fois
   *[other] { $n } fois
 }
print-never = pas encore
parcel-weight = Poids de la marchandise
parcel-contents = Contenu
merchant-waits-why = Pourquoi
merchant-waits-since = Attend depuis
merchant-waits-calls = Demandes
merchant-waits-next = Prochaine étape
waits-asked-at = Nous redemandons automatiquement : { $x }
waits-asked-now = Nous redemandons en ce moment
waits-pill = à décider
waits-decide = Sans réponse depuis des jours : redemandez, et la boutique continuera automatiquement, ou convenez d’une autre solution avec le client
waits-let-go = La boutique ne demande plus automatiquement : redemandez, et elle continuera, ou convenez d’une autre solution avec le client
outcome-answered = La Poste a répondu
outcome-none = La Poste n’a pas encore été interrogée
outcome-timeout = La Poste n’a pas répondu à temps
outcome-unreachable = La Poste était injoignable
outcome-down = La Poste a signalé une panne de son côté
outcome-refused = La Poste a refusé la demande
outcome-unauthorised = La Poste a refusé nos identifiants
outcome-nonsense = La réponse de la Poste était incompréhensible
outcome-busy = La Poste veut être interrogée moins souvent
outcome-paused = La Poste n’a pas été interrogée : plusieurs demandes venaient d’échouer
outcome-crowded = La Poste n’a pas été interrogée : trop de demandes en même temps
outcome-troubled = La Poste a signalé une perturbation
outcome-cut-off = La boutique s’est arrêtée avant la réponse
outcome-used = La Poste connaissait déjà le numéro
outcome-licence = Le numéro relevait d’une autre licence d’affranchissement
merchant-jobs = Tâches
merchant-jobs-none = Tout est fait : aucune tâche de fond n’a échoué.
merchant-jobs-lead = Ce qui n’a pas pu être fait en arrière-plan. La tâche est répétée automatiquement jusqu’à son abandon ; ensuite, elle attend ici.
merchant-job-what = Quoi
merchant-job-since = Depuis
merchant-job-tries = Essais
merchant-job-why = Dernière raison
merchant-job-next = Prochain essai
merchant-job-dead = abandonnée
merchant-job-again = Réessayer
merchant-job-give-up = Écarter
job-refresh-points = Mise à jour des points de retrait
job-refresh-holidays = Mise à jour des jours fériés de la Poste
job-sweep-sessions = Suppression des sessions expirées
job-sweep-limits = Suppression des compteurs devenus inutiles
job-sweep-sign-ins = Suppression des anciens essais de connexion
job-sweep-baskets = Suppression des paniers abandonnés
job-sweep-mandates = Suppression des mandats sans commande
job-erase-user-ids = Effacement des User ID à l’échéance
job-erase-people = Effacement des données personnelles à l’échéance
job-confirm-user-id = Demander à la Poste le User ID d’une commande
job-send-shipment = Envoi des données d’un colis à la Poste
job-send-mails = Envoi des e-mails d’une commande
job-track-parcels = Demander à la Poste ce qu’elle a vu des colis
job-fault-database = Erreur de la base de données
job-fault-carrier = La Poste n’a pas répondu
job-fault-no-user-id = La Poste n’a pas donné de User ID
job-fault-busy = Quelqu’un d’autre s’en occupait
job-fault-panic = Une erreur du programme
job-fault-payload = Ses données sont illisibles
job-fault-cut-off = La boutique s’est arrêtée en cours de route
job-fault-refused = La Poste les a refusées : la commande dit pourquoi
job-fault-used = La Poste connaît déjà les numéros
job-fault-mail-unreachable = Le serveur de messagerie n’était pas joignable
job-fault-mail-slow = Le serveur de messagerie était trop lent
job-fault-mail-unencrypted = La connexion au serveur de messagerie n’a pas pu être chiffrée
job-fault-mail-sign-in = Le serveur de messagerie a refusé l’utilisateur ou le mot de passe de MAIL_URL
job-fault-mail-refused = Le serveur de messagerie n’acceptait aucun e-mail
job-fault-mail-later = Le serveur de messagerie demandait de réessayer plus tard
job-fault-mail-never = Le serveur de messagerie a refusé l’adresse : la commande dit pour quel e-mail
job-fault-mail-words = L’e-mail n’a pas pu être écrit
state-known = User ID connu
state-to-confirm = à confirmer
state-erased = User ID effacé
event-placed = Commandé
event-asked-post = Demandé à la Poste
event-times = { $x } fois, jusqu’au { $y }
event-asked-again = Redemandé
event-user-id-known = User ID connu
event-user-id-to-confirm = User ID à confirmer
event-parcel-announced = Colis annoncé
event-send-now = Envoyé sans attendre
event-data-copied = Copie des données téléchargée
event-data-erased = Données personnelles effacées
event-shipment-sent = La Poste a les données du colis
event-shipment-refused = La Poste a refusé les données du colis
event-shipment-failed = Pas envoyé
event-number-written-off = Numéro abandonné, un nouveau attribué
event-label-printed = Étiquette de la Poste imprimée
event-label-printed-again = Étiquette de la Poste réimprimée, la même
event-return-label-drawn = Étiquette de retour de la Poste
event-return-label-printed = Étiquette de retour imprimée
event-return-label-printed-again = Étiquette de retour réimprimée, la même
event-return-label-failed = Pas d’étiquette de retour, le numéro est utilisé
event-mail-sent = E-mail envoyé
event-mail-refused = E-mail refusé

merchant-search = Rechercher
merchant-search-what = Numéro de commande, nom, e-mail, numéro d’envoi ou référence
merchant-search-none = Rien trouvé. Les noms et les adresses e-mail se cherchent par leur début.
merchant-search-end = Rien d’autre trouvé.
merchant-search-vague = Plus de { $n } noms commencent ainsi : tapez plus de lettres pour les trouver tous.
merchant-state = État
queues = Listes
queue-all = Toutes
queue-to-pack = À emballer
queue-packed = Emballées
queue-held = Suspendues
queue-handed-over = Remises à la Poste
queue-ready = Prêtes à retirer
queue-collected = Retirées ou distribuées
queue-returned = Revenues
queue-cancelled = Annulées
queue-refunded = Revenues et closes
queue-refused = Envoi refusé
queue-jobs = Tâches en échec
queue-overdue = Factures en retard
queue-none = Cette liste est vide.
queue-since = Depuis
queue-why-to-pack = Le colis a son numéro
queue-why-packed = Emballé et encore ici
queue-why-returned = Personne n’a retiré le colis, ou il n’a pas pu être distribué
queue-next-refused = Corriger ce que la Poste n’accepte pas, puis renvoyer depuis la commande
many-choose-one = Choisir { $x }
many-packed = Marquer comme emballées
many-handed-over = Marquer comme remises à la Poste
many-none = Aucune commande n’a été choisie.
many-before = { $x } y était déjà
many-refused = { $x } reste telle quelle : { $y }
many-unknown = Il n’y a pas de commande { $x }
many-all = Toutes sur cette page
pile-title = Étiquettes dans un PDF
pile-link = Étiquettes dans un PDF
pile-all = Étiquettes de toutes les commandes de cette liste
pile-too-many = Au plus { $x } commandes à la fois : choisissez-en moins.
pile-most = { $x } commandes au plus à la fois : imprimez les autres ensuite.
pile-nobody = Aucune commande n’a été choisie : choisissez-en dans une liste.
pile-drawing = Dessinées par
pile-official = la Poste
pile-preview = nous (aperçu)
pile-official-words = Telles que la Poste les a dessinées, pour l’envoi. Chaque étiquette du fichier compte comme imprimée.
pile-missing = Pas dans le fichier
pile-order = Dans l’ordre de l’emballage
pile-printed = Déjà imprimée
pile-unknown = Cette commande n’existe pas.
pile-way-unknown = Vérifiez le numéro.
pile-left = La commande n’est plus ici : son colis est parti, ou il est revenu.
pile-way-left = Une étiquette déjà utilisée ne se réimprime que sur la page de la commande.
pile-undrawn = La Poste n’a pas encore dessiné cette étiquette.
pile-way-undrawn = Commandez-la sur la page de la commande, ou imprimez un peu plus tard. Notre aperçu est déjà là.
pile-refused = La Poste refuse les données du colis.
pile-way-refused = Corrigez sur la page de la commande ce qu’elle conteste, puis envoyez de nouveau.
pile-too-much = Le fichier est plein : les étiquettes précédentes l’occupent entièrement.
pile-way-too-much = Imprimez d’abord celles-là, puis celle-ci.
pile-unbound = L’image dessinée par la Poste ne peut pas être réunie à d’autres dans un fichier.
pile-way-unbound = Imprimez-la seule, sur la page de la commande.
pile-count = { $n ->
    [0] Aucune étiquette.
    [one] { $n } étiquette.
   *[other] { $n } étiquettes.
 }
pile-missing-count = { $n ->
   *[other] { $n } non.
 }
pile-file = { $n ->
    [one] PDF avec { $n } étiquette
   *[other] PDF avec { $n } étiquettes
 }
pile-again = { $n ->
    [one] L’une d’elles a déjà été imprimée.
   *[other] { $n } d’entre elles ont déjà été imprimées.
 }
payments = Paiements
payments-told = Résultat
payments-amount = Montant
payments-one = Une facture
payments-reference = Référence de la QR-facture, saisie ou scannée
payments-mark = Marquer comme payée
payments-file = Ce que la banque annonce
payments-camt = Texte d’un fichier camt.054
payments-take = Enregistrer
payments-overdue = Factures en retard
payments-none = Aucune facture n’est en retard.
payments-next = Prochaine étape : écrire au client.
payments-due = À payer jusqu’au
payments-days = Jours de retard
payments-more = Suivantes
receipt-no-reference = Ce n’est pas une référence de QR-facture : elle a { $n } chiffres, et le dernier est un chiffre de contrôle.
receipt-no-lines = Le fichier n’annonce aucun crédit.
receipt-not-xml = Ce texte n’est pas lisible comme XML. Collez le fichier entier, du premier au dernier caractère.
receipt-not-camt = C’est du XML, mais pas un camt.054 (avis de débit et de crédit).
receipt-too-many = Le fichier a plus de { $n } crédits : enregistrez-le en plusieurs fois.
receipt-currency = Pas en francs suisses : rien de marqué
receipt-amount = Pas de montant lisible : rien de marqué
receipt-debit = Un débit, pas un crédit : rien à marquer
receipt-reversal = La banque a repris un crédit : voir cette commande
receipt-pending = Annoncé et pas encore comptabilisé : rien de marqué
receipt-paid = Payée
receipt-wrong-amount = Montant inexact, rien de marqué : { $x } à payer
receipt-unknown = Aucune commande n’a cette référence
receipt-already-marked = Était déjà payée
receipt-already-paid = Était déjà payée : payée deux fois ? Vérifier et rembourser le surplus
receipt-told = Déjà annoncé : plus rien à faire
receipt-not-due = N’est plus due, la commande est terminée : rembourser
slip = Bulletin d’emballage
slip-title = Bulletin d’emballage { $x }
slip-packed = Emballé
slip-pieces = Pièces
slip-article = Article
slip-sum = Pièces en tout : { $x } · la marchandise pèse { $y }
handover = Liste de remise
handover-title = Remis le { $x }
handover-today = Remis aujourd’hui
handover-packed = Emballés, pas encore remis
handover-before = Jour précédent
handover-after = Jour suivant
handover-none = Aucun colis.
handover-part = Colis
handover-weight = marchandise { $x }
handover-given = Remis : date, nom, signature
handover-taken = Pris en charge : date, nom, signature
handover-cut = Plus de { $n } commandes : les autres ne figurent pas sur cette liste.
handover-count = { $n ->
    [one] { $n } colis
   *[other] { $n } colis
 }
handover-orders = { $n ->
    [one] { $n } commande
   *[other] { $n } commandes
 }
day = Paiement et emballage
day-coded = Le code de la QR-facture ne connaît pas tous les caractères : il contient « { $x } », et « { $y } » est imprimé.
day-coded-cut = Le code de la QR-facture n’a pas la place pour tout : il contient « { $x } », et « { $y } » est imprimé.
day-due = à payer
day-paid = payé
day-cancelled = n’est plus à payer
day-refunded = remboursé
notes = Notes
notes-new = Nouvelle note, pour vous seulement : le client ne la voit pas
notes-write = Noter
event-paid = Payée
many-done = { $n ->
    [one] { $n } commande marquée
   *[other] { $n } commandes marquées
 }
payments-count = { $n ->
    [one] { $n } facture.
   *[other] { $n } factures.
 }
payments-count-more = Plus de { $n } factures.

# The life of an order.
stop-ready-until = Depuis le { $x }, jusqu’au { $y }
stop-ready-longer = Plus longtemps que d’habitude : la Poste a prolongé le délai.
stop-collected = Retiré
stop-cancelled = Annulée
stop-held = Suspendue
stop-returned = Revenu chez nous
stop-refunded = Remboursée
stop-closed = Close
order-now-held = Nous réglons une question avant que le colis ne parte, et nous écrivons à { $x }.
order-now-erased = Cette commande n’est jamais partie. Vous pouvez l’annuler ici ou nous écrire.
order-now-returned = Le colis nous est revenu. Nous écrivons à { $x } pour la suite.
order-now-cancelled = Cette commande est annulée.
order-now-refunded = Le colis nous est revenu et la commande est close.
order-money-cancelled = La facture n’est plus valable : veuillez ne pas la payer.
order-money-refunded = Votre argent vous a été remboursé.
order-money-back = Nous vous virons en retour ce que vous avez payé.
order-cancel = Annuler la commande
order-cancel-until = C’est possible tant que le colis n’est pas remis à la Poste.
cancel-title = Annuler la commande { $x } ?
cancel-lead = La marchandise retourne en stock et rien n’est envoyé. Montant : { $x }.
cancel-money-none = La facture n’est alors plus valable.
cancel-money-back = Nous remboursons ce qui est payé.
cancel-now = Oui, annuler
cancel-keep = Non, la garder
cancel-late-title = Il est trop tard.
cancel-late = Le colis n’est plus chez nous, ou la commande est déjà close. Sa page indique où elle en est.
cancel-back = Vers la commande
merchant-life = Où elle en est
merchant-life-since = depuis le { $x }
merchant-cancel-label = L’étiquette de la Poste existe déjà : elle ne sera plus valable chez nous, et la Poste ne la reprend pas. Ne pas l’utiliser.
life-to-confirm = attend la Poste
life-to-pack = à emballer
life-packed = emballée
life-held = suspendue
life-handed-over = chez la Poste
life-ready = prête à retirer
life-collected = retirée ou distribuée
life-returned = revenue
life-cancelled = annulée
life-refunded = remboursée
life-closed = close
life-next-to-confirm = La Poste donne le User ID ; avant cela, pas d’étiquette.
life-next-to-pack = Emballer, coller l’étiquette et remettre à la Poste.
life-next-packed = Remettre à la Poste.
life-next-held = Régler la question, puis laisser partir, choisir une autre solution ou annuler.
life-next-held-erased = Annuler : il n’y a plus personne à qui envoyer, et ce qui est payé est remboursé.
life-next-handed-over = Rien : la Poste achemine le colis et avise le destinataire.
life-next-ready = Rien : la Poste a écrit à la personne qui le retire.
life-next-collected = Rien : le colis est arrivé.
life-next-returned = Envoyer encore une fois, envoyer ailleurs ou clore.
life-next-cancelled = Rien : marchandise et argent sont revenus.
life-next-refunded = Rien : marchandise et argent sont revenus.
life-next-closed = Rien : la marchandise est revenue, et il n’y a plus rien à payer.
life-next-pay-back = Virer en retour le montant payé, si ce n’est pas déjà fait : la boutique ne vire rien elle-même.
step-packed = Emballée
step-unpacked = Pas encore emballée
step-held = Suspendre
step-released = Laisser partir
step-handed-over = Remise à la Poste
step-sent-again = Envoyer encore une fois
step-refunded = Rembourser
step-closed = Clore : plus rien à payer
step-cancelled = Annuler
why-bank = annoncé par la banque
why-by-merchant = suspendue à la main
why-people-erased = les données personnelles de la commande ont été effacées avant son départ
event-announced = À emballer
event-packed = Emballée
event-unpacked = Pas encore emballée
event-held = Suspendue
event-released = Repartie
event-point-changed = Autre point choisi
event-person-corrected = Personne corrigée
event-sent-again = Envoyée encore une fois
event-handed-over = Chez la Poste
event-ready = Prête à retirer
event-collected = Retirée ou distribuée
event-returned = Revenue
event-scan-revoked = La Poste a annulé un avis
event-cancelled = Annulée
event-refunded = Close après le retour

# Another point after the order, another person who collects.
another-title = Choisissez un autre point de retrait
another-no-title = Pas d’autre point de retrait ici
another-lead = Pour l’instant, le colis va à : { $x }.
another-what = C’est toujours la même commande : le prix, la facture, l’adresse de facturation et la personne qui retire ne changent pas. Pour le nouveau point, nous demandons à la Poste un nouveau User ID.
another-late = Il est trop tard : le colis est déjà à la Poste, ou la commande est close. Sa page dit où il se trouve.
another-ours = Nous sommes en train de voir ce que devient ce colis et nous écrirons à { $x }. D’ici là, personne ne peut choisir un autre point.
another-address = Ce colis va à une adresse et non à un point de retrait.
another-often = Un autre point a déjà été choisi { $n ->
    [one] une fois
    [5] cinq fois
   *[other] { $n } fois
 } pour cette commande. S’il en faut encore un autre, répondez à l’e-mail que nous avons envoyé à { $x }.
another-nobody = C’est une entreprise qui a commandé, et c’est une personne qui retire le colis : aucune n’est nommée ici.
another-too-many = Cela faisait beaucoup de demandes à la Poste en peu de temps. Rien n’a changé pour l’instant : veuillez choisir à nouveau dans { $x }.
order-point = Choisir un autre point de retrait
order-point-before = Choisi auparavant : { $x }
order-now-point-gone = Votre point de retrait n’existe plus. Le colis reste chez nous jusqu’à ce que vous en choisissiez un autre.
order-now-point-closed = Votre point de retrait sera fermé pendant que le colis y attendrait. Il reste chez nous jusqu’à ce que vous en choisissiez un autre.
why-point-gone = le point de retrait n’existe plus
why-point-closed = le point de retrait est fermé pendant que le colis y attendrait
life-next-held-point = Choisir un autre point de retrait ; qui a commandé peut aussi le faire sur la page de la commande.
history-address = adresse
history-from-to = { $x } → { $y }
merchant-point = Autre point de retrait
merchant-point-lead = Actuellement : { $x }. La facture, le prix et la personne qui retire restent les mêmes ; un nouveau User ID est demandé à la Poste, et une étiquette déjà établie n’est plus valable.
merchant-point-home = Plutôt à l’adresse de facturation : { $x }
merchant-point-home-button = Envoyer à l’adresse de facturation
merchant-point-old = La liste des points datait de { $x } jours au moment du choix. Le point est contrôlé encore une fois avant l’envoi.
merchant-person = Corriger la personne
merchant-person-lead = La personne qui présente une pièce d’identité au guichet ou le code à l’automate. Nous redemandons à la Poste avec ces indications, et l’étiquette les portera. L’adresse de facturation reste.
merchant-person-notify = La Poste avertit par
merchant-person-save = Corriger et demander à la Poste
merchant-person-late-title = Il est trop tard.
merchant-person-late = Le colis n’est plus ici, ou il va à une adresse.
job-watch-points = Contrôler les points de retrait des commandes

## Mails
mail-greeting = Bonjour { $x },
mail-greeting-plain = Bonjour,
mail-named = { $x } : { $y }
mail-see-order = Voir la commande
mail-keep-link = Le lien contenu dans cet e-mail donne accès à votre commande : ne le transmettez pas.
mail-answer = Une question ? Il suffit de répondre à cet e-mail.
mail-post-tells = Dès que le colis est prêt, la Poste envoie un message à { $x }.
mail-bill-attached = La QR-facture est jointe en PDF, payable jusqu’au { $x }.
mail-to-confirm = La Poste n’a pas encore confirmé le numéro client pour le retrait. Nous la relançons automatiquement et n’envoyons le colis qu’ensuite. Vous n’avez rien à faire : dès que la réponse est là, nous vous écrivons.
mail-confirmed = Nous avons bien reçu votre commande { $x }
mail-confirmed-lead = Merci de votre achat. Vous trouverez ici ce que vous avez commandé, où va le colis et qui reçoit la facture.
mail-known = Commande { $x } : le retrait est confirmé
mail-known-lead = Le numéro client que nous attendions est arrivé. Votre colis peut partir.
mail-point = Commande { $x } : nouveau point de retrait
mail-point-lead = Votre colis va désormais au point de retrait ci-dessous. Le prix et la facture ne changent pas.
mail-held = Votre commande { $x } est suspendue
mail-held-lead = Avant d’envoyer votre colis, nous devons encore régler un point et prendrons contact avec vous. La page de votre commande dit où elle en est.
mail-handed-over = Commande { $x } : votre colis est en route
mail-handed-over-lead = Nous avons remis votre colis à la Poste.
mail-came-back = Commande { $x } : votre colis nous est revenu
mail-came-back-lead = La Poste n’a pas pu remettre votre colis et nous l’a retourné. Nous prendrons contact avec vous. Si vous savez déjà ce que vous souhaitez, répondez à cet e-mail.
mail-cancelled = Votre commande { $x } est annulée
mail-cancelled-lead = Nous avons annulé votre commande. Rien ne sera envoyé.
mail-cancelled-as-asked = Nous avons annulé votre commande, comme vous le souhaitiez. Rien ne sera envoyé.
mail-cancelled-invoice = Vous n’avez plus à payer la facture. Si c’est déjà fait, le montant vous sera remboursé.
mail-cancelled-card = Le montant sera recrédité sur votre carte.
mail-open-order = Ouvrir la commande
mail-new-order = Nouvelle commande { $x }
mail-new-order-lead = Une commande est arrivée. La boutique indique qui a commandé et où va le colis.
mail-new-order-waits = La Poste n’a pas encore donné le User ID. La boutique redemande automatiquement.
mail-is-held = La commande { $x } est suspendue
mail-is-held-lead = La commande ne part pas tant que personne n’a décidé. La boutique indique pourquoi.
mail-is-back = Commande { $x } : le colis est revenu
mail-is-back-lead = Le colis n’a pas été retiré ou pas accepté. La boutique indique la suite.
mail-is-cancelled = La commande { $x } a été annulée par le client
mail-is-cancelled-lead = N’envoyez pas le colis. La boutique indique ce qu’il advient de l’argent et de l’étiquette.
