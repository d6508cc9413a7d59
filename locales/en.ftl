## Every page

skip = Skip to content
demo = Demonstration shop. Nothing is sold, nothing is sent.
categories = Categories
category-kitchen = Kitchen
category-larder = Larder
category-outdoors = Outdoors
category-winter = Winter
category-children = Children
language = Language
footer-nav = Legal
footer-line = Good things from the Alps. A pattern for shops with PickPost and My Post 24.
back = Back
continue = Continue
change = Change
problems-title = There is a problem
problems-prefix = Error:

## Days and months

day-monday = Monday
day-tuesday = Tuesday
day-wednesday = Wednesday
day-thursday = Thursday
day-friday = Friday
day-saturday = Saturday
day-sunday = Sunday
day-mo = Mon
day-tu = Tue
day-we = Wed
day-th = Thu
day-fr = Fri
day-sa = Sat
day-su = Sun
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-long = { $weekday } { $day }
span-seconds = { $n ->
    [one] { $n } second
   *[other] { $n } seconds
 }
span-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
 }

## Errors outside a form

error-home = To the first page
error-basket = To the basket
error-not-found-title = This page does not exist
error-not-found-text = The address may be incomplete, or the article is gone.
error-stale-title = This page is too old
error-stale-text = A new session has begun since it was opened. Nothing was ordered. Please reload the page and send the form again.
error-foreign-title = That came from another website
error-foreign-text = To protect you we take forms from our own pages only.
error-conflict-title = Your details have changed elsewhere
error-conflict-text = The details were changed in another window, or something is not ready yet. Nothing is lost: go back and reload the page.
error-method-title = Not in this way
error-method-text = This address does not take such requests.
error-too-large-title = That is too much
error-too-large-text = The form is larger than we take. Please shorten what you typed.
error-too-many-title = That was a lot at once
error-too-many-text = Please wait a moment and try again. Nothing is lost.
error-unreadable-title = We could not read that
error-unreadable-text = The request is incomplete or contradictory. Please go back and try again.
error-unavailable-title = One moment, please
error-unavailable-text = We cannot reach our records just now. Nothing is lost: what you have entered and ordered so far is safe. Please try again in a few seconds.
error-busy-title = It is very busy just now
error-busy-text = Nothing is lost. Please try again in a few seconds.
error-unsupported-title = We cannot read this kind of request
error-unsupported-text = Forms are taken as browsers send them: plain, not compressed.
error-too-slow-title = That took too long
error-too-slow-text = The request did not arrive in time. Nothing was changed. Please send the form again.
error-other-host-title = This shop has another address
error-other-host-text = Nothing is served under this name. Please use the shop’s own address.
error-internal-title = Something went wrong on our side
error-internal-text = It is not your fault. Your basket is still there. Please try again in a minute.

## Fields and what can be wrong with them

field-title = Title
field-first-name = First name
field-last-name = Last name
field-company = Company
field-company-optional = Company (optional)
field-street = Street
field-house-number = No.
field-address-extra = Address supplement
field-address-extra-optional = Address supplement (optional)
field-postcode = Postcode
field-town = Town
field-country = Country
field-email = E-mail
field-phone = Phone
field-phone-optional = Phone (optional, only for questions about the order)
field-phone-mobile = Mobile number
field-card-number = Demo card number
field-password = Password
title-ms = Ms
title-mr = Mr
title-none = No title
country-ch = Switzerland
country-li = Liechtenstein
fault-missing = Please fill in: { $field }
fault-missing-first-name = Enter the first name
fault-missing-last-name = Enter the last name
fault-missing-street = Enter the street
fault-missing-postcode = Enter the postcode
fault-missing-town = Enter the town
fault-missing-email = Enter the e-mail address
fault-missing-phone = Enter the mobile number
fault-form = Please check: { $field }
fault-form-postcode = A postcode has four digits, such as 8001
fault-form-email = An e-mail address looks like this: name@example.ch
fault-form-phone = A phone number looks like this: 079 123 45 67
fault-form-country = We deliver to Switzerland and Liechtenstein
fault-too-long = At most { $max } characters, the width of a line on the label
fault-character = The character { $character } cannot be printed on the label
fault-control-character = There is an invisible control character here: please type the line again
fault-pick-up-keyword = That is the address of a pick-up point. Your own address belongs here; we gladly deliver to the point: choose it from the list.
guide-to-point = Choose the pick-up point

## Goods and basket

home-title = Good things from the Alps.
home-lead = { $n } of them, well made. To your door, or to one of 2,700 pick-up points near you.
home-look = Look around
home-everything = Everything
home-count = { $n ->
    [one] { $n } product
   *[other] { $n } products
 }
product-fits-locker = Fits a locker
product-no-locker = Not for lockers
product-sold-out-short = Sold out
product-sold-out = This article is sold out.
product-few-left = { $n ->
    [one] Only { $n } left
   *[other] Only { $n } left
 }
product-vat = incl. { $x } % VAT
product-add = Add to basket
product-size = Packed size
product-weight = Weight
product-delivery = Delivery
product-delivery-all = To your door, to a counter (PickPost) or to a locker (My Post 24)
product-delivery-some = Too large or too heavy for a locker; the step Delivery shows what else is possible
quantity = Quantity
quantity-wrong = Enter a number from 1 to 99
quantity-not-enough = Not enough in stock: { $n } left, those in your basket included
basket-title = Basket
basket-count = { $n ->
    [one] article
   *[other] articles
 }
basket-empty = There is nothing in it yet.
basket-update = Update quantities
basket-quantity-of = Quantity of { $x }
basket-remove = Remove { $x }
basket-quantity-wrong = Enter a number from 0 to { $n }
basket-no-longer-available = No longer enough in stock: { $n } left
basket-look-again = One of the quantities is wrong
basket-delivery = Delivery from CHF 7.00 to a pick-up point, CHF 9.00 to your door.
basket-checkout = To checkout
basket-not-orderable = Change the quantities first.
basket-too-many = Very many new baskets have come from here. Please try again in { $x }.
summary-title = Your order
summary-goods = Goods
summary-delivery = Delivery
summary-delivery-from = from 7.00
summary-total = Total
summary-vat = Includes CHF { $y } VAT ({ $x } %)

## Checkout

steps = Steps of the order
step-of = Step { $x } of { $y }
step-address = Address
step-delivery = Delivery
step-point = Pick-up point
step-collector = Who collects
step-payment = Payment
step-review = Review
address-title = Your address
address-lead = The bill goes here. Where to deliver is the next question.
delivery-question = Where should we deliver?
delivery-to-address = To an address
delivery-to-point = To a pick-up point
delivery-home = At home
delivery-other = Another address
delivery-other-hint = A friend, the office, the neighbour
delivery-other-title = The other address
delivery-pickpost = PickPost
delivery-my-post-24 = My Post 24
delivery-pickpost-hint = At a counter, with your ID. { $n } points
delivery-my-post-24-hint = At a locker, day and night, with a QR code. { $n } lockers
delivery-bill = Your bill goes to { $x } whatever you choose here.
delivery-choose = Choose where we should deliver
delivery-title = Delivery: { $x }
delivery-arrives = Arrives { $x }
delivery-arrives-open = Arrives { $x }, open { $y }
delivery-arrives-always = Arrives { $x }, open day and night
misfit-too-long = { $name } measures { $cm } cm; the limit here is { $limit } cm
misfit-too-heavy = The parcel weighs { $x } kg; the limit here is { $y } kg
misfit-too-bulky = Together the items are too large for one parcel to this kind of place
point-title = Choose a pick-up point
point-search = Postcode, place, street or station
point-search-button = Search
point-kind = Kind
filter-title = Filters
filter-late = Until 19:00
filter-saturday = Saturday
filter-sunday = Sunday
filter-step-free = Step-free
filter-always = Day and night
point-found = { $n ->
    [0] No points found
    [one] { $n } point, measured from { $x }
   *[other] { $n } points, nearest to { $x } first
 }
point-empty = Where would you like to collect your parcel?
point-none = We found nothing for “{ $x }”
point-none-filtered = No point matches all filters: remove one.
point-none-try = Try the postcode, or a larger place nearby.
point-alternatives = Perhaps you meant:
point-hours = Opening hours
point-step-free = Step-free
point-choose-button = Choose
point-chosen = Chosen
point-pages = Pages
point-next = Next
point-as-of = Data as of { $x }.
point-synthetic = All points are invented: none is a real Swiss Post location.
point-choose = Choose a point from the list
point-expired = The list was open for too long. Please choose again.
point-foreign = That choice does not belong to your basket. Please choose from the list.
point-gone = That point is no longer there. Please choose another one.
point-refused = { $x }: { $y }
point-closed = Closed until { $x } ({ $y })
hours-always = Open day and night
hours-closed = closed
hours-closed-door = Closed
hours-open-until = Open until { $x }
hours-opens-today = Closed, opens at { $x }
hours-opens = Closed, opens { $x } { $y }
hours-on-arrival = When your parcel arrives: { $x } { $y }
filter-open = Open now
filter-fits = Fits my parcel
filter-remove = remove
point-both = Both
point-found-near = { $n ->
    [one] { $n } point within { $reach } of { $x }, nearest first. { $all } in all.
   *[other] { $n } points within { $reach } of { $x }, nearest first. { $all } in all.
 }
point-street-unknown = We do not know this street: measured from the centre of { $x }.
point-postcode-unknown = We do not know the postcode { $x }; measured from { $y }.
point-nowhere = The pick-up points are not available at the moment.
point-nowhere-try = Swiss Post is not responding, and we have no list of our own yet. We can deliver to your home instead; or try again in a few minutes.
point-nowhere-home = Choose another delivery method
point-used = This list is no longer current: your checkout has moved on since. Please choose again.
point-closed-until = Closed until { $x }
point-closed-throughout = Closed for the whole collection period (until { $x })
point-as-of-troubled = Swiss Post is not responding at the moment. This is the list of { $x }.
point-remember = Remember this point on this device for the next order
point-forget = Forget the remembered point
last-point = Your last choice
near-me = Near me
near-denied = Your position is not available. Please enter a place.
suggest-count = { $n ->
    [0] No suggestions
    [one] 1 suggestion
   *[other] # suggestions
 }
map = Map
map-open = Show the map
map-skip = Skip the map
map-failed = The map could not be loaded. The list has everything.
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-cluster = # points, zoom in
map-close = Close
map-here = Search here
map-card = Selected on the map
map-card-failed = This point cannot be shown at the moment. Please reload the page.
post-map-title = Swiss Post’s location search
post-map-lead = This search comes from Swiss Post and uses a map by Google. Pick a point in it; we check whether it takes your parcel.
post-map-link = Search on Swiss Post’s own map
post-map-own = Back to our list
post-map-picked = Picked on Swiss Post’s map
post-map-unknown = That place takes no parcels for PickPost or My Post 24. Please pick another one.
hours-waits = Your parcel waits until { $x }. Days open in that time: { $y }.
hours-closed-on-arrival = Closed when your parcel arrives ({ $x }); opens { $y }
holiday-new-year = New Year’s Day
holiday-berchtold = St Berchtold’s Day
holiday-epiphany = Epiphany
holiday-candlemas = Candlemas
holiday-republic = Republic Day
holiday-joseph = St Joseph’s Day
holiday-good-friday = Good Friday
holiday-easter-monday = Easter Monday
holiday-naefels = Näfels Pilgrimage
holiday-labour = Labour Day
holiday-ascension = Ascension Day
holiday-whit-monday = Whit Monday
holiday-corpus-christi = Corpus Christi
holiday-jura = Jura Independence Day
holiday-peter-paul = St Peter and St Paul
holiday-national = National Day
holiday-assumption = Assumption Day
holiday-nativity-of-mary = Nativity of Mary
holiday-geneva-fast = Geneva Fast
holiday-fast-monday = Federal Fast Monday
holiday-nicholas-of-flue = St Nicholas of Flüe
holiday-all-saints = All Saints’ Day
holiday-immaculate-conception = Immaculate Conception
holiday-christmas = Christmas Day
holiday-stephen = St Stephen’s Day
holiday-restoration = Restoration Day
holiday-sechselaeuten = Sechseläuten
holiday-knabenschiessen = Knabenschiessen
collector-title = Who collects?
collector-lead = Pick-up at { $x }.
bring-pickpost = Bring an identity document and the consignment number.
bring-my-post-24 = Bring the QR code that Swiss Post sends.
collector-company = A company orders, a person collects: name the person and their home address.
collector-who = The person with the identity document
collector-home-hint = With the address where they live. Swiss Post uses it to know who collects.
collector-how = When the parcel is ready
collector-notify = Swiss Post tells you by
notify-email = E-mail
notify-sms = SMS
collector-choose-notify = Choose e-mail or SMS
collector-asks-post = With “Continue” we send this person’s name, home address and e-mail or mobile number to Swiss Post and receive the customer number of this parcel. Whoever is not registered with Swiss Post yet is registered by it. Name only somebody who agrees.
collects = { $x } collects ({ $y })
collect-until = Collect until { $x }; the date in Swiss Post’s message counts.
collector-too-many = Those were many questions to Swiss Post within a short time. What you entered is still here: please try again in { $x }.
news-given = Swiss Post has what it needs to hand over your parcel. Whoever was not registered there is from now on.
locker-check = Before a parcel can be collected from a locker, Swiss Post may check the person’s identity once. At a PickPost counter an identity document is enough.
locker-counter = Choose a PickPost nearby
news-to-confirm = Swiss Post does not answer at the moment. You can order all the same: we ask again before we send the parcel.
payment-title = How would you like to pay?
payment-invoice = Invoice
payment-invoice-hint = QR-bill, 30 days
payment-invoice-words = Invoice with QR-bill, 30 days
payment-card = Demo card
payment-card-hint = Do not enter a real card
payment-card-words = Demo card ending in { $x }
payment-free = free
payment-accepts = is accepted
payment-declines = is declined
payment-choose = Choose how to pay
payment-declined = The card was declined. Your order is still here: try another one, or choose invoice.
payment-no-demo-card = Use one of the two demo numbers, not a real card
review-title = Is everything right?
billing-title = Billing address
review-label = On the parcel label
review-registered = The second line carries Swiss Post’s customer number for this parcel, so that Swiss Post can tell you when it is ready.
review-to-confirm = The customer number is still missing: Swiss Post does not answer. We ask again before we send, and say so on the page of your order.
review-other-point = Another point
review-other-person = Another person
review-terms = By ordering you agree to the terms of { $x }.
review-order-now = Order now · { $x }
review-changed = Your basket or your details have changed in the meantime. Below is how they stand now; nothing has been ordered yet.
review-sold-out = There is no longer enough of one article. Please change your basket; nothing was ordered.
change-title = This has changed
change-what = Detail
change-was = Before
change-now = Now
change-article = Article
change-name = Name of the article
change-quantity = Quantity: { $x }
change-price = Price: { $x }
change-vat = VAT rate: { $x }
change-gone = no longer included
change-nothing = nothing
change-day = Arrives
change-hours = Open on that day
change-goods = All articles
change-delivery-price = Delivery charge
change-vat-sum = VAT { $x } %
change-user-id-known = known
change-user-id-open = not known yet
change-user-id-new = another one, from Swiss Post
review-too-many = Several orders have come from here within a short time. Nothing has been ordered yet, and nothing is lost: please order again in { $x }.

## The order

order-title = Order { $x }
order-thanks = Thank you, { $x }.
order-thanks-plain = Thank you.
order-lead = Order { $x } is with us, for { $y }.
order-keep = Keep the address of this page: only those who know it can see the order.
stop-ordered = Ordered
stop-packing = We pack it
stop-on-its-way = On its way
stop-ready = Ready at the point
stop-ready-when = { $x }. Swiss Post tells you.
stop-delivered = At your door
order-to-confirm = Swiss Post has not confirmed the customer number yet. We ask again and send the parcel only then. There is nothing you need to do.
order-bill-to = Bill to
order-collecting = For collecting
order-name2 = Customer number of this parcel
order-ident = Consignment number
order-post-tells = Swiss Post tells you by itself when the parcel is ready.
order-lines = Goods
order-terms = Terms of { $x }.
order-bill = QR-bill
order-bill-pdf = Invoice as PDF
bill-title = Invoice { $x }
bill-dates = { $x }, payable by { $y }
bill-vat-number = { $x } MWST
bill-delivery = Delivery: { $x }
bill-more = and { $n } more
bill-demonstration = Demonstration: please do not pay.

## Terms and imprint

terms-title = Terms
terms-version = Version of { $x }
terms-demo-title = A demonstration
terms-demo = This shop shows how an order with PickPost and My Post 24 works. No contract comes about, nothing is delivered, nothing is to be paid.
terms-price-title = Prices
terms-price = All prices are in Swiss francs and contain VAT. Delivery costs CHF 7.00 to a pick-up point and CHF 9.00 to an address.
terms-delivery-title = Delivery
terms-delivery = What is ordered by midnight goes to Swiss Post on the next working day and arrives on the one after. A parcel waits for 15 days at a counter, for 7 in a locker.
terms-payment-title = Payment
terms-payment = By invoice within 30 days or with the demo card. No way of paying costs anything.
terms-law-title = Law
terms-law = Swiss law would apply.
about-title = Imprint and privacy
about-lead = murmel is invented. The shop is an open pattern of how PickPost and My Post 24 belong into a checkout.
about-imprint-title = Imprint
about-imprint = Company, address and account are invented.
about-privacy-title = Privacy
about-privacy = What you type stays on the server of this shop: as a draft for 24 hours after the last change, in an order for as long as the demonstration runs. There is no advertising, no statistics and no script of anybody else.
about-privacy-post = For a pick-up the name, home address and e-mail or mobile number of the person who collects go to Swiss Post. In this demonstration a simulator plays Swiss Post.
about-cookies = A single cookie keeps the basket together. It is made only when you put something into it. It holds the number of the basket, how many articles lie in it and a random code against forged forms, nothing about you; a day after the last change it is worth nothing. Only if you wish so, a second one remembers for a year the pick-up point that you chose.
about-limits = Against abuse we count how often orders, questions and passwords come from one network address. What we store is not the address but a code that cannot be traced to one without our key: for hours, and for signing in behind the counter up to a month.
about-credits-title = Credits
about-credits-places = Places
about-credits-pictures = Pictures
about-credits-fonts = Fonts

## Behind the counter

sign-in-title = Sign in to the shop
sign-in = Sign in
sign-out = Sign out
sign-in-wrong = E-mail or password is wrong
sign-in-wait = Too many tries. Please try again in { $x }.
sign-in-busy = Very many people are signing in just now. Please try again in a few seconds.
password-title = New password
password-printed = The first start printed this password; it may still stand on a screen or in a log. Please choose one of your own.
password-today = Present password
password-new = New password
password-advice = At least ten characters. Several words that have nothing to do with each other are easy to remember and hard to guess.
password-change = Change password
password-later = Later
password-wrong = The present password is wrong
password-weak = Choose a password of at least ten characters that is neither a common one nor made of the e-mail address
merchant-nav = Behind the counter
merchant-orders = Orders
merchant-waiting = Waiting for Swiss Post
merchant-points = Pick-up points
merchant-refreshes = Last refreshes
merchant-source = Source
merchant-outcome = Outcome
merchant-changes = Changes
merchant-points-troubled = The last refresh failed; the last good data stay in use
merchant-none = Nobody has ordered yet.
merchant-none-waiting = Nothing is waiting for Swiss Post.
merchant-count = { $n ->
    [one] { $n } order
   *[other] { $n } orders
 }
merchant-count-more = More than { $n } orders
merchant-number = Number
merchant-placed = Placed
merchant-when = When
merchant-who = Bill to
merchant-where = Delivery
merchant-user-id = User ID
merchant-newer = Newer
merchant-older = Older
merchant-newest = Newest
merchant-oldest = Oldest
merchant-order = Order { $x }
merchant-verified = Status with Swiss Post: { $x }
merchant-journey = Journey of the address
merchant-label = Label
merchant-label-alt = Preview of the label for { $x }
merchant-specimen = A preview: SPECIMEN means that this parcel cannot be posted as it is.
merchant-no-label = No label yet: Swiss Post has not confirmed the User ID.
merchant-erased = No label any more: the User ID was erased on its date.
merchant-ask-again = Ask Swiss Post again
merchant-jobs = Jobs
merchant-jobs-none = Nothing went wrong: what is done beside the requests is done.
merchant-jobs-lead = What could not be done beside the requests. It is tried again by itself until it is given up; then it waits here.
merchant-job-what = What
merchant-job-since = Since
merchant-job-tries = Tries
merchant-job-why = Last reason
merchant-job-next = Next try
merchant-job-dead = given up
merchant-job-again = Try again
merchant-job-give-up = Let it go
job-refresh-points = Refresh of the pick-up points
job-sweep-sessions = Sweeping out expired sessions
job-sweep-limits = Sweeping out full limits
job-sweep-sign-ins = Sweeping out old tries to sign in
job-sweep-baskets = Sweeping out abandoned baskets
job-sweep-mandates = Sweeping out mandates that nobody has ordered with
job-erase-user-ids = Erasing User IDs on their date
job-fault-database = The database failed
job-fault-carrier = Swiss Post did not answer
job-fault-busy = Somebody else was at it
job-fault-panic = A fault in the program
job-fault-payload = Its data cannot be read
job-fault-cut-off = The shop ended in the middle of it
state-known = User ID known
state-to-confirm = to confirm
state-erased = User ID erased
event-placed = Ordered
event-asked-post = Asked Swiss Post
event-asked-again = Asked again
event-user-id-known = User ID known
event-user-id-to-confirm = User ID to confirm
event-parcel-announced = Parcel announced
