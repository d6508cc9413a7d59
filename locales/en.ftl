## Every page

skip = Skip to content
demo-label = Notice
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

error-home = Go to the home page
error-basket = Go to the basket
error-not-found-title = This page does not exist
error-not-found-text = The address may be incomplete, or the item is no longer there.
error-stale-title = Your session has ended
error-stale-text = This page belongs to an earlier session: a basket is kept for { $n ->
    [one] a day
   *[other] { $n } days
 } after its last change. Nothing was ordered with this form. Open the page again; what you have ordered is under “Your orders”.
error-anew = Open the page again
form-stale = This page belonged to an earlier session. What you entered is still here: check it and send it again.
meanwhile-title = Changed in the meantime
meanwhile-text = This order was changed in another window. This is how it stands now; what you entered here is still here. Choose “Continue” to use it.
typed-languages = With what you entered, in another language:
checkout-changed = This order has moved on since the page was opened, in another window or because something is no longer available. This is how it stands now.
sending-wait = One moment, please …
sending-post = We are asking Swiss Post. This takes a few seconds at most …
sending-failed = No connection to the shop. What you entered is still here: please try again.
sending-stopped = Stopped. What you entered is still here.
error-foreign-title = This request came from another website
error-foreign-text = To protect you we accept forms from our own pages only.
error-conflict-title = Your details have changed elsewhere
error-conflict-text = The details were changed in another window, or something is not ready yet. Nothing is lost: go back and reload the page.
error-method-title = This request is not possible here
error-method-text = This address does not accept such requests.
error-too-large-title = The form is too large
error-too-large-text = It is larger than we accept. Please shorten what you typed.
error-too-many-title = Too many requests at once
error-too-many-text = Please wait a moment and try again. Nothing is lost.
error-unreadable-title = We could not read this request
error-unreadable-text = The request is incomplete or contradictory. Please go back and try again.
error-unavailable-title = One moment, please
error-unavailable-text = We cannot reach our data at the moment. Nothing is lost: what you have entered and ordered so far is safe. Please try again in a few seconds.
error-busy-title = It is very busy at the moment
error-busy-text = Nothing is lost. Please try again in a few seconds.
error-unsupported-title = We cannot read this kind of request
error-unsupported-text = We accept forms as browsers send them, not compressed.
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
fault-landline = A text message reaches mobile numbers only (074 to 079): enter one, or choose e-mail
fault-form-country = We deliver to Switzerland and Liechtenstein
fault-too-long = At most { $max } characters, the width of a line on the label
fault-too-long-anyway = At most { $max } characters
field-limit = At most { $n } characters, a line of the label
field-limit-number = At most { $n } characters
fault-character = The character { $character } cannot be printed on the label
fault-control-character = There is an invisible control character here: please type the line again
fault-pick-up-keyword = That is the address of a pick-up point. Your own address belongs here; we gladly deliver to the point: choose it from the list.
guide-to-point = Choose the pick-up point

## Goods and basket

home-title = Good things from the Alps.
home-lead = { $n } of them, well made. To your door, or to a pick-up point near you.
home-look = Look around
home-everything = Everything
home-count = { $n ->
    [one] { $n } product
   *[other] { $n } products
 }
product-fits-locker = Fits a locker
product-no-locker = Not for lockers
product-sold-out-short = Sold out
product-sold-out = This item is sold out.
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
product-delivery-some = Too large or too heavy for a locker; the Delivery step shows what else is possible
product-delivery-none = Too large or too heavy for pick-up points
product-delivery-nowhere = Cannot be sent: { $x }
quantity = Quantity
quantity-wrong = Enter a number from 1 to { $n }
quantity-not-enough = Not enough in stock: { $n } left, including those in your basket
basket-title = Basket
basket-count = { $n ->
    [one] item
   *[other] items
 }
basket-empty = Your basket is still empty.
basket-update = Update quantities
basket-quantity-of = Quantity of { $x }
basket-remove = Remove { $x }
basket-quantity-wrong = Enter a number from 0 to { $n }
basket-no-longer-available = No longer enough in stock: { $n } left
basket-look-again = One of the quantities is wrong
basket-moved = This basket was changed in another window. What you entered here is still here; choose “Update quantities” to use it.
basket-delivery = Delivery from CHF { $x } to a pick-up point, CHF { $y } to your door.
basket-delivery-home = Delivery to your door: CHF { $x }. This does not fit a pick-up point.
basket-delivery-none = This is more than one parcel takes ({ $x } kg with packaging, size as Swiss Post has it). Order it in parts.
delivery-too-much = This does not go as one parcel: { $x }. Take something out and order it separately. Where one item alone is too much, write to us: we will find a way.
delivery-to-basket = Change the basket
basket-checkout = Go to checkout
basket-not-orderable = Change the quantities first.
basket-ended = Your basket is no longer here: it is kept for { $n ->
    [one] a day
   *[other] { $n } days
 } after its last change. What you have ordered is under “Your orders”.
missing-title = This cannot be ordered as it is
missing-text = Nothing was ordered. One click, and you are back here.
missing-left = { $x }: only { $n } left
missing-none = { $x }: sold out
missing-gone = { $x }: no longer sold
missing-gone-unnamed = An item in your basket is no longer sold
missing-take = Take { $n }
missing-remove = Leave it out
missing-first = You can order as soon as nothing is missing above.
basket-too-many = Very many baskets have just been started from your connection. Please try again in { $x }.
summary-title = Your order
summary-goods = Goods
summary-delivery = Delivery
summary-delivery-from = from { $x }
summary-subtotal = Subtotal without delivery
summary-pieces = { $n ->
    [one] { $n } piece
   *[other] { $n } pieces
 }
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
address-lead = The bill goes here. You choose where we deliver in the next step.
address-town-filled = Town filled in: #
address-swap = Swap postcode and town: { $x }
address-asks-post = With “Continue” we ask Swiss Post whether it knows the address. What you typed is kept, even if it suggests something else.
hint-title = Did you mean this address?
hint-why-country = This postcode lies in the other country.
hint-why-number = The house number stands twice, or alone on a line.
hint-why-town = Postcode and town do not belong together.
hint-why-postcode = As far as we know, this postcode does not exist.
hint-take = Use this address
hint-keep = Keep mine
hint-lost = Swiss Post cannot find this address
hint-lost-text = If it is correct, simply continue.
hint-change = Change the address
hint-about-billing = Billing address as typed: { $x }
hint-about-other = Other address as typed: { $x }
hint-about-collector = Address of the person who collects, as typed: { $x }
delivery-question = Where should we deliver?
delivery-to-address = To an address
delivery-to-point = To a pick-up point
delivery-home = At home
delivery-other = Another address
delivery-other-hint = A friend, the office, the neighbour
delivery-other-title = The other address
delivery-erased = The details of the person have been erased.
delivery-pickpost = PickPost
delivery-my-post-24 = My Post 24
delivery-pickpost-hint = At a counter, with your ID. { $n } points
delivery-my-post-24-hint = At a locker, day and night, with a QR code. { $n } lockers
delivery-bill = Whatever you choose here, the bill goes to { $x }.
delivery-choose = Choose where we should deliver
delivery-title = Delivery: { $x }
delivery-arrives = Arrives { $x }
delivery-arrives-open = Arrives { $x }, open { $y }
delivery-arrives-always = Arrives { $x }, open day and night
delivery-arrives-shut = Arrives { $x }. { $y }
delivery-arrives-unknown = We know the day of arrival as soon as Swiss Post has answered.
misfit-too-long = { $name } measures { $cm } cm; the limit here is { $limit } cm
misfit-too-heavy = The parcel weighs { $x } kg; the limit here is { $y } kg
misfit-too-bulky = Together the items are too large for one parcel to this kind of place
delivery-parcels = { $n ->
    [one] in { $n } parcel
   *[other] in { $n } parcels
 }
point-title = Choose a pick-up point
point-search = Postcode, place, street or station
point-search-button = Search
point-skip = Skip to the list of points
point-kind = Kind
filter-title = Filters
filter-late = Until { $n }:00
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
point-foreign = That choice does not belong to your order. Please choose from the list.
point-gone = That point is no longer there. Please choose another one.
point-refused = { $x }: { $y }
point-closed = Closed until { $x } ({ $y })
hours-always = Open day and night
hours-closed = closed
hours-closed-door = Closed
hours-open-until = Open until { $x }
hours-open-until-day = Open until { $x } { $y }
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
point-found-page = Points { $from } to { $to } of { $n }, nearest to { $x } first
point-street-unknown = We do not know this street: measured from the centre of { $x }.
point-postcode-unknown = We do not know the postcode { $x }; measured from { $y }.
point-nowhere = The pick-up points are not available at the moment.
point-nowhere-try = Swiss Post is not responding, and we have no list of our own yet. We can deliver to your home instead; or try again in a few minutes.
point-nowhere-home = Choose another delivery method
point-used = This list is no longer current: your order has moved on since. Please choose again.
point-closed-until = Closed until { $x }
point-closed-throughout = Closed for the whole collection period (until { $x })
point-as-of-troubled = Swiss Post is not responding at the moment. This is the list of { $x }.
point-remember = Remember this point for the next order (with a cookie, for { $n } days)
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
map-keys = Map, moved with the arrow keys
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
collector-home-hint = With their home address. Swiss Post uses it to check who collects.
collector-how = Message when the parcel is ready
collector-notify = Swiss Post sends it by
notify-email = E-mail
notify-sms = SMS
collector-choose-notify = Choose e-mail or SMS
collector-asks-post = Somebody else may collect for you. With “Continue” the person named here is registered with Swiss Post: we send their name, home address and e-mail or mobile number, and receive the customer number for this parcel. Name only somebody who agrees.
collects = { $x } collects ({ $y })
collect-until = Collect until { $x }; the date in Swiss Post’s message counts.
collector-too-many = You have sent many requests to Swiss Post within a short time. What you entered is still here: please try again in { $x }.
news-given = Swiss Post has what it needs to hand over your parcel. If the person who collects was not registered there before, they are now.
news-given-other = Swiss Post has what it needs to hand the parcel to { $x }. Whoever was not registered there before is registered now.
locker-check = Before a parcel can be collected from a locker, Swiss Post may check the person’s identity once. At a PickPost counter an identity document is enough.
locker-counter = Choose a PickPost point nearby
news-to-confirm = Swiss Post is not responding at the moment. You can order all the same: we will ask again before we send the parcel.
payment-title = How would you like to pay?
payment-invoice = Invoice
payment-invoice-hint = QR-bill, { $n ->
    [one] { $n } day
   *[other] { $n } days
 }
payment-invoice-words = Invoice with QR-bill, { $n ->
    [one] { $n } day
   *[other] { $n } days
 }
payment-card = Demo card
payment-card-hint = Do not enter a real card
payment-card-words = Demo card ending in { $x }
payment-free = free
payment-accepts = is accepted
payment-declines = is declined
payment-choose = Choose how to pay
payment-declined = The card was declined. Your order is still here: try another card, or choose the invoice.
payment-no-demo-card = Use one of the two demo numbers, not a real card
review-title = Is everything correct?
billing-title = Billing address
review-label = On the parcel label
review-registered = The line below the name holds Swiss Post’s customer number for this parcel, so that Swiss Post can say when it is ready.
review-to-confirm = The customer number is still missing: Swiss Post is not responding. We ask again automatically, send the parcel only once we have the answer, and show it on the page of your order.
review-other-point = Another point
review-other-person = Another person
review-terms = By ordering you agree to the terms of { $x }.
review-order-now = Order now · { $x }
review-changed = Your basket or your details have changed in the meantime. Below is how they stand now; nothing has been ordered yet.
review-drift = Since you last looked at this page, something has changed. This is how it is now; nothing has been ordered yet.
review-sold-out = There is no longer enough of one item. Please change your basket; nothing was ordered.
change-title = This has changed
change-what = Detail
change-was = Before
change-now = Now
change-article = Item
change-name = Name of the item
change-quantity = Quantity: { $x }
change-price = Price: { $x }
change-vat = VAT rate: { $x }
change-gone = no longer included
change-nothing = nothing
change-day = Arrives
change-hours = Open on that day
change-goods = All items
change-delivery-price = Delivery charge
change-vat-sum = VAT { $x } %
change-user-id-known = known
change-user-id-open = not known yet
change-user-id-new = another one, from Swiss Post
review-too-many = Several orders have come from your connection within a short time. Nothing has been ordered yet, and nothing is lost: please order again in { $x }.

## The order

order-title = Order { $x }
order-thanks = Thank you, { $x }.
order-thanks-plain = Thank you.
order-lead = We have received your order { $x }. The confirmation goes to { $y }.
order-keep = Bookmark this page: anyone who has its link can see the order. After { $n ->
    [one] { $n } day
   *[other] { $n } days
 } it also asks for the postcode or the e-mail address.
stop-ordered = Ordered
stop-to-confirm = Waiting for Swiss Post
stop-packing = Being packed
stop-on-its-way = On its way
stop-ready = Ready at the point
stop-ready-when = { $x }. Swiss Post sends a message.
stop-after-answer = As soon as Swiss Post has answered
stop-delivered = Delivered
stop-arrived = Arrived
order-to-confirm = Swiss Post has not confirmed the customer number yet. We ask again automatically and send the parcel only then. There is nothing you need to do: as soon as the answer is here, it is on this page.
order-to-confirm-person = Swiss Post has not confirmed the customer number yet. One of us is taking care of it and will contact you at { $x } if need be. The parcel is sent only with the number.
order-look-again = Check whether the answer has come
order-came = Swiss Post has confirmed the customer number: see below. Your parcel can go on its way.
order-bill-to = Bill to
order-collecting = For collection
order-name2 = Customer number for this parcel
order-ident = Consignment number
order-parcels = { $n ->
    [one] Your parcel
   *[other] Your { $n } parcels
 }
parcel-of = Parcel { $x } of { $y }
parcel-announced = announced
parcel-handed-over = on its way
parcel-ready = ready to collect
parcel-collected = collected or delivered
parcel-returned = came back
order-parcels-why = It is too much for one parcel. All go to the same place, each with a number of its own; the order is done when all are collected or delivered.
order-post-tells = Swiss Post sends a message automatically as soon as the parcel is ready.
order-lines = Goods
order-terms = Terms of { $x }.
order-bill = QR-bill
order-bill-pdf = Invoice as PDF
order-lead-erased = We have received your order { $x }.
order-erased = Erased on { $x }: the contact details, who received or collected the parcel, the customer number and the label.
order-mine = More about this order
order-data = Your data: copy and erasure
orders-title = Your orders
orders-remember = Remember in this browser
orders-remember-how = With a cookie, for { $n } days.
orders-lead = This browser knows these orders.
orders-remembered = remembered
orders-for-a-day = for today only; longer with “Remember in this browser” on its page
orders-forget = Forget all of them
orders-none = This browser does not know any order.
orders-none-how = An order is listed here for { $n ->
    [one] a day
   *[other] { $n } days
 }, and longer if you choose “Remember in this browser” on its page. Its link always leads to it.
proof-title = Is this your order?
proof-lead = This link is more than { $n ->
    [one] { $n } day
   *[other] { $n } days
 } old. To see who ordered what, and where it goes, enter the postcode of the billing address or the e-mail address of the order.
proof-placed = Ordered on
proof-delivery = Delivery
proof-state = Status
proof-show = Show the order
field-proof = Postcode or e-mail address
field-proof-postcode = Postcode of the billing address
proof-missing = Fill in this field
proof-wrong = That does not match this order
proof-too-many = Too many attempts. Try again in { $x }.
data-title = Your data for order { $x }
data-kept-title = What we keep, and until when
data-people = E-mail, phone, who receives or collects the parcel, customer number, labels
data-books = Billing address, goods, amounts, payment, kind of delivery, pick-up point, history
data-until = until { $x }
data-erased-on = erased on { $x }
data-why = By law we must keep business records for { $n ->
    [one] { $n } year
    [10] ten years
   *[other] { $n } years
 } (art. 958f of the Swiss Code of Obligations). The rest is needed only until the parcel has arrived and no question is open; then we erase it automatically.
data-copy-title = Copy
data-copy-lead = Everything we have stored about this order, in a JSON file. Any text editor opens it.
data-copy = Download the copy
data-erase-title = Erasure
data-erase-lead = We erase at once what no law requires: e-mail, phone, who received or collected the parcel, customer number and labels. The rest we have to keep until { $x }. Erasure cannot be undone.
data-erase = Erase now
data-gone = Erased on { $x }. The rest we have to keep until { $y } (art. 958f of the Swiss Code of Obligations).
data-not-yet = Not yet: the order is not finished, and we may have to reach you about the parcel. Once it is finished we erase on request; otherwise automatically on { $x }.
data-too-many = Those were several requests in a short time. Try again in { $x }.
bill-title = Invoice { $x }
bill-dates = { $x }, payable by { $y }
bill-vat-number = { $x } MWST
bill-delivery = Delivery: handed to Swiss Post on { $x }
bill-delivery-expected = Delivery: expected on { $x }
bill-delivery-open = Delivery: your order’s page gives the day as soon as it is known.
bill-vat = VAT { $x } %: { $y } included in { $z }
bill-more = and { $n } more
bill-demonstration = Demonstration: please do not pay.

## Codes of the Barcode API

code-combination = These services cannot be ordered together, or their codes do not fit the label. Leave one out, or choose a larger label.
code-service = Swiss Post does not know one of the services that were ordered. Nothing is wrong with the order: tell whoever looks after the shop.
code-layout = The label’s size is not valid for this shipment. Choose A5, A6 or A7.
code-recipient = The recipient’s address is incomplete, or has a character that Swiss Post does not accept. Check the address.
code-home-office = The sender’s home post office is missing. It is named in the contract with Swiss Post: tell whoever looks after the shop.
code-licence-missing = The franking licence is missing. It belongs in the setting POST_FRANKING_LICENCE; the number is in the contract with Swiss Post.
code-licence-refused = This franking licence is not allowed for this account or this service. Compare POST_FRANKING_LICENCE with the contract; if it is right, ask Swiss Post.
code-licence-length = The franking licence is too long or too short. Compare POST_FRANKING_LICENCE with the contract.
code-number-range = The consignment number is out of range. A new one is needed.
code-number-used = This consignment number was used before. It must not go on a parcel again: a new one is needed.
code-file-format = Swiss Post does not draw the label in this file format. Choose PDF, PNG or ZPL2.
code-resolution = The label’s resolution is not valid. Choose 200, 300 or 600 dots per inch.
code-sender = The sender’s address is incomplete or too long. Check the shop’s name, street and town in the settings.
code-logo = The sender’s logo is too large, in the wrong format or turned the wrong way. Choose a GIF, PNG or JPG of at most 50 KB, or none.
code-country = The country is missing, or Swiss Post does not know it. Give two letters, such as CH.
code-postcode-missing = A domestic parcel lacks its postcode. Complete the address.
code-postcode = The postcode is not valid: within Switzerland it has digits only. Check the address.
code-weight-most = The parcel is heavier than this service allows. Check the weight, or split the order.
code-weight-least = The weight must be more than zero grams. Check the weight of the goods.
code-e-mail = The e-mail address for Swiss Post’s messages is not valid. Check the address.
code-phone = The mobile number for Swiss Post’s messages is not valid: 10 to 20 characters, digits and spaces only. Check the number.
code-notification = The kind of a message and its address do not match: an e-mail without an address, or a text message without a number. Check both.
code-instruction = A delivery instruction and a message exclude each other, or one needs the other. Leave one out, or add what is missing.
code-item-id = The shipment’s own identifier has a character that is not allowed. Letters, digits, underscore, minus and plus are allowed: tell whoever looks after the shop.
code-label-lines = The label takes two to five address lines of its own, each of at most 35 characters. Check the lines.
code-not-there = This service is not available at this address. Choose another service, or another place of delivery.
code-system = Something failed at Swiss Post; the order is not the cause. Try again later.
code-system-lasting = Something failed at Swiss Post that does not go away by trying again. Ask Swiss Post, and name this code.
code-franking-ignored = The franking mark P.P. was left out, as this service does not need one. Nothing to do.
code-title-dropped = There was no room for the title on the label, and it is missing there. The parcel will arrive; nothing to do.
code-suffix-dropped = There was no room for the address supplement on the label, and it is missing there. Check whether the parcel arrives without it; otherwise choose a larger label.
code-sender-shortened = The sender’s lines were shortened on the label. A parcel that comes back may lack the address; otherwise there is nothing to do.
code-name3-dropped = There was no room for the third line of the name (c/o, department) on the label, and it is missing there. Check whether the parcel arrives without it; otherwise choose a larger label.
code-text-dropped = There was no room for the free text on the label, and it is missing there. The parcel will arrive; nothing to do.
code-lines-dropped = There were more address lines than the label holds; those beyond are missing there. Join lines, or choose a larger label.
code-unknown-error = Swiss Post refused the shipment, with a code that this shop does not know. Ask Swiss Post, and name the code.
code-unknown-warning = Swiss Post accepted the shipment, with a warning that this shop does not know. Look at the label before the parcel is posted.
code-unknown = Swiss Post reported something that this shop does not know. Ask Swiss Post, and name the code.

## Terms and imprint

terms-title = Terms
terms-version = Version of { $x }
terms-demo-title = A demonstration
terms-demo = This shop shows how an order with PickPost and My Post 24 works. No contract is concluded, nothing is delivered, and there is nothing to pay.
terms-price-title = Prices
terms-price = All prices are in Swiss francs and contain VAT. Delivery costs CHF { $point } to a pick-up point, { $bands } to an address, and CHF { $bulky } for bulky goods.
terms-price-band = CHF { $x } up to { $y } kg
terms-delivery-title = Delivery
terms-delivery = What is ordered by midnight goes to Swiss Post on the next working day and arrives on the one after. A parcel waits for { $x } days at a counter, for { $y } in a locker.
terms-payment-title = Payment
terms-payment = By invoice within { $n ->
    [one] { $n } day
   *[other] { $n } days
 } or with the demo card. Both are free of charge.
terms-law-title = Law
terms-law = Swiss law applies.
about-title = Imprint and privacy
about-lead = murmel is an invented shop. It is an open pattern: this is how PickPost and My Post 24 fit into a checkout.
about-imprint-title = Imprint
about-imprint = Company, address and account are invented.
about-privacy-title = Privacy
about-privacy = What you type stays on the server of this shop, as a draft until { $n ->
    [one] a day
   *[other] { $n } days
 } after the last change. There is no advertising, there are no statistics, and there are no third-party scripts.
about-privacy-order = Of an order we keep e-mail, phone, who receives or collects the parcel, Swiss Post’s customer number and the labels for { $days ->
    [one] { $days } day
   *[other] { $days } days
 }. Billing address, goods, amounts, payment, kind of delivery, pick-up point and history we keep for { $years ->
    [one] { $years } year
    [10] ten years
   *[other] { $years } years
 } after the end of the year, as the law requires for business records (art. 958f of the Swiss Code of Obligations). Then we erase both automatically. Backups hold them until they are erased, too.
about-privacy-rights = The link of an order shows everything for { $n ->
    [one] { $n } day
   *[other] { $n } days
 }; afterwards it asks for the postcode of the billing address or the e-mail address. On the order’s page you get a copy of everything that is stored, and can have erased what no law requires us to keep, as soon as the order is finished.
about-privacy-post = For a pick-up, the name, home address and e-mail or mobile number of the person who collects go to Swiss Post. That person is thereby registered with Swiss Post, even if somebody else orders and pays. If Swiss Post does not answer, we send the same details again automatically for some days. In this demonstration a simulator plays Swiss Post.
about-privacy-address = When an address is typed in the checkout, we send the name and address to Swiss Post to be checked; with scripts also postcode, street and house number while they are typed. Of the answer we keep only a suggestion, until it is answered or the order is placed.
cookies-title = Cookies
about-cookies = None of them is for advertising or statistics, and all come from this shop. The first one is made only when you put something into the basket or answer whose an order is, the others only if you wish so.
cookie-session = Keeps the basket together and knows your last { $orders ->
    [10] ten
   *[other] { $orders }
 } orders: the number of the basket, how many items are in it, the links of the orders, a random code against forged forms and, behind the counter, who is signed in. After the last change it is valid for another:
cookie-last-point = Remembers, if you wish so, the pick-up point that you chose. Valid for:
cookie-orders = Remembers, if you wish so, the links of orders. Valid for:
cookie-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
 }
about-limits = Against abuse we count how often orders, questions, passwords and postcodes come from one network address. What we store is not the address but a code that cannot be traced to one without our key: for hours, and for signing in behind the counter up to a month.
about-credits-title = Credits
about-credits-places = Places
about-credits-pictures = Pictures
about-credits-fonts = Fonts

## Behind the counter

sign-in-title = Sign in to the shop
sign-in = Sign in
sign-out = Sign out
sign-in-wrong = E-mail or password is wrong
sign-in-wait = Too many attempts. Please try again in { $x }.
sign-in-busy = Very many people are signing in at the moment. Please try again in a few seconds.
password-title = New password
password-printed = The first start printed this password; it may still be on a screen or in a log. Please choose one of your own.
password-today = Current password
password-new = New password
password-advice = At least { $n ->
    [10] ten characters
   *[other] { $n } characters
 }. Several words that have nothing to do with each other are easy to remember and hard to guess.
password-change = Change password
password-later = Later
password-wrong = The current password is wrong
password-weak = Choose a password of at least { $n ->
    [10] ten characters
   *[other] { $n } characters
 } that is neither a common one nor made of the e-mail address
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
merchant-newer = Newer
merchant-older = Older
merchant-newest = Newest
merchant-oldest = Oldest
merchant-order = Order { $x }
merchant-verified = Status with Swiss Post: { $x }
merchant-journey = Journey of the address
merchant-history = History
journey-billing = Entered: who pays
journey-home = Entered: the home address of the person who collects
journey-chosen = Chosen: the pick-up point
journey-data-of = From the data of { $x }
journey-sent = Sent to Swiss Post
journey-took = { $x } ms
journey-questions = { $n } requests in all
journey-trace = Trace
journey-request = What is sent, masked
journey-answered = Answered
journey-waits = Swiss Post has not given a User ID yet.
journey-erased = The User ID has been erased as scheduled.
journey-printed = Printed on the label
journey-parcel = The parcel at the simulator
journey-no-label = Nothing yet: no label without a User ID.
merchant-label = Label
merchant-label-alt = Preview of the label for { $x }
merchant-specimen = A preview: SPECIMEN means that this parcel cannot be posted as it is.
label-count = { $x } of { $y } characters
label-dropped = Left out for want of room: “{ $x }” ({ $y })
label-name-two-lines = The name is longer than a line and stands on two.
label-name-initials = The name is longer than a line: the first name is cut to its initials.
label-name-small = The name is longer than a line and is set in smaller type.
preview-title = Label of { $x }
preview-link = The label, zone by zone
preview-layout = Format
preview-orientation = Sheet
preview-landscape = Landscape
preview-portrait = Portrait
preview-size = Size on screen
preview-true = Actual size
preview-large = Twice as large
preview-parcel = Parcel
preview-plan = Label with rulers in millimetres
preview-print = Printed at 100 %, this page is exactly one label.
preview-lines = The address as it is printed
preview-zones = What is where
preview-place = { $x } mm from the left, { $y } mm from the top
preview-measure = { $x } × { $y } mm
zone-franking = Home post office and licence
zone-version = Version line
zone-logo = Swiss Post’s logo
zone-ident = Ident code
zone-number = Consignment number
zone-service = Service code
zone-weight = Weight
zone-parcel = Parcel n of m
zone-sender = Sender
zone-free-text = Free text
zone-recipient = Recipient
zone-words-franking = Where the shop hands its parcels over, and the franking licence that they are charged to. A7 has no room for the office.
zone-words-version = Which program drew the label, and on which day.
zone-words-logo = Swiss Post prints its own logo here; the shop leaves the place empty.
zone-words-ident = Code 128 of 18 digits: 99, the licence, the consignment number. 68 to 69 mm long, 23 mm high, 8 mm free on its left.
zone-words-number = The same number in digits to be read, in four groups.
zone-words-service = How the parcel travels: a code of four digits, its short name beside it. Economy has none.
zone-words-weight = What the goods weigh, rounded up to the next hundred grams. Swiss Post weighs the parcel again.
zone-words-parcel = Which parcel of the order it is, and of how many.
zone-words-sender = Where the parcel goes when nobody collects it; turned by 90 degrees.
zone-words-free-text = A line of the shop’s own above the name, 34 characters; the last to go when there is no room.
zone-words-recipient = Who collects, below it keyword and User ID, then street and town of the pick-up point. 10 mm are free on all sides.
merchant-no-label = No label yet: Swiss Post has not confirmed the User ID.
merchant-erased = No label any more: what was on it has been erased.
merchant-void = No label any more: this order has ended. One that was printed is void; do not use it.
merchant-ask-again = Ask Swiss Post again
merchant-asked-still = Swiss Post was asked again just now, without a result: { $x }. Next: { $y }
merchant-asked-known = Swiss Post was asked and has answered: the User ID is here.
shipment = Shipment data
shipment-sent = sent
shipment-waiting = waiting
shipment-refused = refused
shipment-sent-at = Swiss Post has had them since { $x }
shipment-refused-at = Swiss Post refused them on { $x }: correct what it objects to, then send again
shipment-now = They are being sent now
shipment-held = They will be sent on { $x }
shipment-retried = Next attempt on { $x }
shipment-given-up = Tried in vain for days; no more automatic attempts
shipment-never = They are not sent automatically
shipment-send = Send now
shipment-again = Send again
shipment-final = Swiss Post takes nothing back: what is sent stays announced.
shipment-service = Service
shipment-priority = Priority (PRI), as promised with the order
shipment-economy = Economy (ECO), one working day later
shipment-extras = Additional services
service-not-at-a-point = { $x } makes no sense at a pick-up point: the parcel is collected there in person.
service-switched-off = { $x } is switched off for pick-up points: no source says that Swiss Post takes it there (SHOP_POINT_SERVICES).
service-not-offered = { $x } cannot be ordered by this shop: its orders lack what Swiss Post would have to know.
service-unknown = { $x } is not a service of Swiss Post that we know.
service-basic = A parcel needs exactly one basic service: ECO or PRI.
label-refused-user-id = Swiss Post has not given the User ID yet. Without it the parcel reaches nobody, so no label is ordered.
label-way-user-id = Ask Swiss Post again on the order’s page, or choose another point. Once it answers, everything goes on automatically.
label-refused-ended = This order has ended: no parcel goes out any more.
label-way-ended = There is nothing to do. Do not use a label that is already printed.
label-refused-erased = The personal data of this order are erased: there is nobody left to send the parcel to.
label-way-erased = Anyone who still expects something has to order again.
label-refused-point = The pick-up point is gone, or closed when the parcel would arrive: the order is on hold.
label-way-point = Choose another point, or let the order go on all the same on its page.
label-refused-held = The order is on hold: nothing is sent to Swiss Post.
label-way-held = Let it go on, on its page: the label is then ordered automatically.
label-refused-left = The parcel has been handed over already, without a label drawn by Swiss Post.
label-way-left = If it was marked by mistake, leave a note; if it comes back, it can be sent again from there.
label-way-services = Choose ECO or PRI on the order’s page, and send again.
shipment-official = Label of Swiss Post
shipment-field = Swiss Post does not accept the field { $x }
shipment-unread = Swiss Post could not read the request (400)
shipment-no-item = Swiss Post answered without the parcel: that is its answer to a franking licence that it does not know
shipment-unknown = Swiss Post gave a reason that is not a known code
return = Return label
return-ask = Order it from Swiss Post
return-hint = From the person to us, Economy. It refunds nothing: you decide on that when the parcel is here.
return-drawn = { $x }, from Swiss Post on { $y }
return-refused = Swiss Post refused it:
return-lost = Swiss Post did not answer. The number { $x } is used up; ordering again takes a new one.
return-asking = It is being ordered now.
official-title = Official label of order { $x }
official-none = Swiss Post has not drawn a label for this order yet. It does so once the parcel’s data have been sent.
official-erased = The label has been erased as scheduled, with the name that was on it.
official-caption = As Swiss Post has drawn it. Looking at it here does not count as printing.
official-no-viewer = This browser cannot show a PDF here: open the label with the button.
print-title = Printed
print-times = { $n ->
    [one] once
   *[other] { $n } times
 }
print-never = not yet
parcel-weight = Weight of the goods
parcel-contents = Contents
merchant-waits-why = Why
merchant-waits-since = Waiting since
merchant-waits-calls = Requests
merchant-waits-next = Next step
waits-asked-at = We ask again automatically: { $x }
waits-asked-now = We are asking again now
waits-pill = decide
waits-decide = No answer for days: ask again, and the shop goes on asking automatically, or agree on another way with the customer
waits-let-go = The shop no longer asks automatically: ask again, and it goes on, or agree on another way with the customer
outcome-answered = Swiss Post answered
outcome-none = Swiss Post has not been asked yet
outcome-timeout = Swiss Post did not answer in time
outcome-unreachable = Swiss Post could not be reached
outcome-down = Swiss Post reported a fault of its own
outcome-refused = Swiss Post refused the request
outcome-unauthorised = Swiss Post refused our credentials
outcome-nonsense = The answer of Swiss Post made no sense
outcome-busy = Swiss Post wants to be asked less often
outcome-paused = Not asked: several requests to Swiss Post had just failed
outcome-crowded = Not asked: too many requests at once
outcome-troubled = Swiss Post reported trouble on its side
outcome-cut-off = The shop stopped before the answer came
outcome-used = Swiss Post knew the number already
outcome-licence = The number belonged to another franking licence
merchant-jobs = Jobs
merchant-jobs-none = Nothing went wrong: everything in the background is done.
merchant-jobs-lead = What could not be done in the background. It is tried again automatically until it is given up; then it waits here.
merchant-job-what = What
merchant-job-since = Since
merchant-job-tries = Attempts
merchant-job-why = Last reason
merchant-job-next = Next attempt
merchant-job-dead = given up
merchant-job-again = Try again
merchant-job-give-up = Discard
job-refresh-points = Refresh of the pick-up points
job-refresh-holidays = Refresh of Swiss Post’s holidays
job-sweep-sessions = Deleting expired sessions
job-sweep-limits = Deleting counters that are no longer needed
job-sweep-sign-ins = Deleting old attempts to sign in
job-sweep-baskets = Deleting abandoned baskets
job-sweep-mandates = Deleting mandates without an order
job-erase-user-ids = Erasing User IDs as scheduled
job-erase-people = Erasing personal data as scheduled
job-confirm-user-id = Asking Swiss Post for the User ID of an order
job-send-shipment = Sending a parcel’s data to Swiss Post
job-send-mails = Sending an order’s mails
job-track-parcels = Asking Swiss Post what it has seen of the parcels
job-fault-database = The database failed
job-fault-carrier = Swiss Post did not answer
job-fault-no-user-id = Swiss Post gave no User ID
job-fault-busy = Somebody else was working on it
job-fault-panic = A fault in the program
job-fault-payload = Its data cannot be read
job-fault-cut-off = The shop stopped in the middle of it
job-fault-refused = Swiss Post refused them: the order says why
job-fault-used = Swiss Post knows the numbers already
job-fault-mail-unreachable = The mail server could not be reached
job-fault-mail-slow = The mail server was too slow
job-fault-mail-unencrypted = The connection to the mail server could not be encrypted
job-fault-mail-sign-in = The mail server refused the user or the password of MAIL_URL
job-fault-mail-refused = The mail server accepted no mails
job-fault-mail-later = The mail server asked to try again later
job-fault-mail-never = The mail server refused the address: the order says which mail
job-fault-mail-words = The mail could not be written
state-known = User ID known
state-to-confirm = to confirm
state-erased = User ID erased
event-placed = Ordered
event-asked-post = Asked Swiss Post
event-times = { $x } times, until { $y }
event-asked-again = Asked again
event-user-id-known = User ID known
event-user-id-to-confirm = User ID to confirm
event-parcel-announced = Parcel announced
event-send-now = Sent now
event-data-copied = Copy of the data downloaded
event-data-erased = Personal data erased
event-shipment-sent = Swiss Post has the parcel’s data
event-shipment-refused = Swiss Post refused the parcel’s data
event-shipment-failed = Not sent
event-number-written-off = Number given up, a new one assigned
event-label-printed = Label of Swiss Post printed
event-label-printed-again = Label of Swiss Post printed again, the same one
event-return-label-drawn = Return label from Swiss Post
event-return-label-printed = Return label printed
event-return-label-printed-again = Return label printed again, the same one
event-return-label-failed = No return label, its number is used up
event-mail-sent = Mail sent
event-mail-refused = Mail refused

merchant-search = Search
merchant-search-what = Order number, name, e-mail, ident code or reference
merchant-search-none = Nothing found. Names and e-mail addresses are found by how they begin.
merchant-search-end = Nothing more found.
merchant-search-vague = More than { $n } names begin like this: type more letters to find all of them.
merchant-state = Status
queues = Lists
queue-all = All
queue-to-pack = To pack
queue-packed = Packed
queue-held = On hold
queue-handed-over = Handed over
queue-ready = Ready to collect
queue-collected = Collected or delivered
queue-returned = Came back
queue-cancelled = Cancelled
queue-refunded = Came back, closed
queue-refused = Shipment refused
queue-jobs = Failed jobs
queue-overdue = Overdue invoices
queue-none = This list is empty.
queue-since = Since
queue-why-to-pack = The parcel has its number
queue-why-packed = Packed, and still here
queue-why-returned = Nobody collected the parcel, or it could not be delivered
queue-next-refused = Correct what Swiss Post does not accept, then send again from the order
many-choose-one = Choose { $x }
many-packed = Mark as packed
many-handed-over = Mark as handed over
many-none = No order was chosen.
many-before = { $x } was already there
many-refused = { $x } stays as it is: { $y }
many-unknown = There is no order { $x }
many-all = All on this page
pile-title = Labels in one PDF
pile-link = Labels in one PDF
pile-all = Labels of all orders in this list
pile-too-many = At most { $x } orders at once: choose fewer of them.
pile-most = At most { $x } orders at once: print the others afterwards.
pile-nobody = No order was chosen: choose some in a list.
pile-drawing = Drawn by
pile-official = Swiss Post
pile-preview = us (preview)
pile-official-words = As Swiss Post has drawn them, to be posted. Each label in the file counts as printed.
pile-missing = Not in the file
pile-order = In the order of packing
pile-printed = Printed before
pile-unknown = There is no such order.
pile-way-unknown = Check the number.
pile-left = The order is not here any more: its parcel has left, or has come back.
pile-way-left = A label that was used is printed again on the order’s page only.
pile-undrawn = Swiss Post has not drawn this label yet.
pile-way-undrawn = Order it on the order’s page, or print again a little later. Our preview is there already.
pile-refused = Swiss Post refuses the parcel’s data.
pile-way-refused = Correct on the order’s page what it objects to, then send again.
pile-too-much = The file is full: the labels before this one take all its room.
pile-way-too-much = Print those first, then this one.
pile-unbound = The picture that Swiss Post has drawn cannot be put into a file with others.
pile-way-unbound = Print it by itself on the order’s page.
pile-count = { $n ->
    [0] No label.
    [one] { $n } label.
   *[other] { $n } labels.
 }
pile-missing-count = { $n ->
   *[other] { $n } not.
 }
pile-file = { $n ->
    [one] PDF with { $n } label
   *[other] PDF with { $n } labels
 }
pile-again = { $n ->
    [one] One of them was printed before.
   *[other] { $n } of them were printed before.
 }
payments = Payments
payments-told = Result
payments-amount = Amount
payments-one = One invoice
payments-reference = Reference of the QR-bill, typed or scanned
payments-mark = Mark as paid
payments-file = What the bank reports
payments-camt = Text of a camt.054 file
payments-take = Book
payments-overdue = Overdue invoices
payments-none = No invoice is overdue.
payments-next = Next step: write to the customer.
payments-due = To be paid by
payments-days = Days late
payments-more = Later ones
receipt-no-reference = This is not a reference of a QR-bill: it has { $n } digits, and the last one is a check digit.
receipt-no-lines = The file reports no credit.
receipt-not-xml = This text cannot be read as XML. Paste the whole file, from its first to its last character.
receipt-not-camt = This is XML, but not a camt.054 (debit and credit notification).
receipt-too-many = The file has more than { $n } credits: book it in parts.
receipt-currency = Not in Swiss francs: nothing marked
receipt-amount = No readable amount: nothing marked
receipt-debit = A debit, not a credit: nothing to mark
receipt-reversal = The bank took a credit back: look at that order
receipt-pending = Announced and not booked yet: nothing marked
receipt-paid = Paid
receipt-wrong-amount = Wrong amount, nothing marked: { $x } is due
receipt-unknown = No order has this reference
receipt-already-marked = Already paid
receipt-already-paid = Already paid: paid twice? Check, and refund the excess
receipt-told = Already reported: nothing left to do
receipt-not-due = No longer due, the order has ended: refund it
slip = Packing slip
slip-title = Packing slip { $x }
slip-packed = Packed
slip-pieces = Pieces
slip-article = Item
slip-sum = Pieces in all: { $x } · goods weigh { $y }
handover = Hand-over list
handover-title = Handed over on { $x }
handover-today = Handed over today
handover-packed = Packed, not handed over yet
handover-before = Day before
handover-after = Day after
handover-none = No parcels.
handover-part = Parcel
handover-weight = goods { $x }
handover-given = Handed over: date, name, signature
handover-taken = Taken over: date, name, signature
handover-cut = More than { $n } orders: the others are not on this list.
handover-count = { $n ->
    [one] { $n } parcel
   *[other] { $n } parcels
 }
handover-orders = { $n ->
    [one] { $n } order
   *[other] { $n } orders
 }
day = Payment and packing
day-coded = The QR-bill’s code does not know every character: it says “{ $x }”, and “{ $y }” is printed.
day-coded-cut = The QR-bill’s code does not hold all of it: it says “{ $x }”, and “{ $y }” is printed.
day-due = due
day-paid = paid
day-cancelled = no longer due
day-refunded = refunded
notes = Notes
notes-new = New note, for you only: the customer does not see it
notes-write = Add note
event-paid = Paid
many-done = { $n ->
    [one] { $n } order marked
   *[other] { $n } orders marked
 }
payments-count = { $n ->
    [one] { $n } invoice.
   *[other] { $n } invoices.
 }
payments-count-more = More than { $n } invoices.

# The life of an order.
stop-ready-until = Since { $x }, until { $y }
stop-ready-longer = Longer than usual: Swiss Post has extended the deadline.
stop-collected = Collected
stop-cancelled = Cancelled
stop-held = On hold
stop-returned = Back with us
stop-refunded = Refunded
stop-closed = Closed
order-now-held = We are settling something before the parcel goes on, and write to { $x }.
order-now-erased = This order never left. You can cancel it here, or write to us.
order-now-returned = The parcel came back to us. We will write to { $x } about what happens next.
order-now-cancelled = This order is cancelled.
order-now-refunded = The parcel came back to us, and the order is closed.
order-money-cancelled = The bill is void: please do not pay it.
order-money-refunded = Your money has been refunded.
order-money-back = We transfer what you have paid back to you.
order-cancel = Cancel this order
order-cancel-until = You can until we hand the parcel over to Swiss Post.
cancel-title = Cancel order { $x }?
cancel-lead = The goods go back into stock and nothing is sent. Amount: { $x }.
cancel-money-none = The bill is then void.
cancel-money-back = We refund what has been paid.
cancel-now = Yes, cancel it
cancel-keep = No, keep it
cancel-late-title = It is too late for that.
cancel-late = The parcel is no longer with us, or the order is closed already. Its page says where it is.
cancel-back = To the order
merchant-life = Where it is
merchant-life-since = since { $x }
merchant-cancel-label = Swiss Post’s label exists already: it is then void in our books, and Swiss Post does not take it back. Do not use it.
life-to-confirm = waiting for Swiss Post
life-to-pack = to pack
life-packed = packed
life-held = on hold
life-handed-over = with Swiss Post
life-ready = ready to collect
life-collected = collected or delivered
life-returned = came back
life-cancelled = cancelled
life-refunded = refunded
life-closed = closed
life-next-to-confirm = Swiss Post gives the User ID; there is no label before that.
life-next-to-pack = Pack it, stick the label on and hand it over to Swiss Post.
life-next-packed = Hand it over to Swiss Post.
life-next-held = Settle it, then let it go on, send it another way or cancel it.
life-next-held-erased = Cancel it: nobody is left to send it to, and what was paid goes back.
life-next-handed-over = Nothing: Swiss Post carries the parcel and reports.
life-next-ready = Nothing: Swiss Post has written to the person who collects it.
life-next-collected = Nothing: the parcel has arrived.
life-next-returned = Send it once more, send it elsewhere, or close it.
life-next-cancelled = Nothing: goods and money are back.
life-next-refunded = Nothing: goods and money are back.
life-next-closed = Nothing: the goods are back, and nothing is to be paid any more.
life-next-pay-back = Transfer back what was paid, if that is not done yet: the shop transfers nothing by itself.
step-packed = Packed
step-unpacked = Not packed after all
step-held = Put on hold
step-released = Let it go on
step-handed-over = Handed over to Swiss Post
step-sent-again = Send once more
step-refunded = Refund
step-closed = Close it: nothing to pay any more
step-cancelled = Cancel the order
why-bank = told by the bank
why-by-merchant = put on hold by hand
why-people-erased = its personal data were erased before it went out
event-announced = To be packed
event-packed = Packed
event-unpacked = Not packed after all
event-held = Put on hold
event-released = Goes on
event-point-changed = Another point chosen
event-person-corrected = Person corrected
event-sent-again = Sent once more
event-handed-over = With Swiss Post
event-ready = Ready to collect
event-collected = Collected or delivered
event-returned = Came back
event-scan-revoked = Swiss Post withdrew a report
event-cancelled = Cancelled
event-refunded = Closed after it came back

# Another point after the order, another person who collects.
another-title = Choose another pick-up point
another-no-title = Another pick-up point is not possible here
another-lead = For now the parcel goes to: { $x }.
another-what = It stays the same order: price, bill and billing address do not change, nor does the person who collects. For the new point we ask Swiss Post for a new User ID.
another-late = It is too late for that: the parcel is with Swiss Post already, or the order is closed. Its page says where it is.
another-ours = We are settling what happens to this parcel and write to { $x }. Until then nobody can choose another point.
another-address = This parcel goes to an address and not to a pick-up point.
another-often = Another point has been chosen { $n ->
    [one] once
    [5] five times
   *[other] { $n } times
 } for this order. If you need yet another one, reply to our e-mail to { $x }.
another-nobody = A company ordered, and at a pick-up point a person collects: no one is named here.
another-too-many = Those were many requests to Swiss Post within a short time. Nothing has changed yet: please choose again in { $x }.
order-point = Choose another pick-up point
order-point-before = Chosen before: { $x }
order-now-point-gone = Your pick-up point no longer exists. The parcel stays with us until you choose another one.
order-now-point-closed = Your pick-up point is closed while the parcel would wait there. It stays with us until you choose another one.
why-point-gone = the pick-up point no longer exists
why-point-closed = the pick-up point is closed while the parcel would wait there
life-next-held-point = Choose another pick-up point; whoever ordered can do so too, on the order’s page.
history-address = address
history-from-to = { $x } → { $y }
merchant-point = Another pick-up point
merchant-point-lead = Now: { $x }. Bill, price and the person who collects stay; Swiss Post is asked for a new User ID, and a label that exists already is void.
merchant-point-home = To the billing address instead: { $x }
merchant-point-home-button = Send to the billing address
merchant-point-old = The list of points was { $x } days old when this one was chosen. The point is checked once more before the parcel goes out.
merchant-person = Correct the person
merchant-person-lead = The person who shows the identity document at the counter or the code at the locker. We ask Swiss Post again with these details, and they are printed on the label. The billing address stays.
merchant-person-notify = Swiss Post tells them by
merchant-person-save = Correct and ask Swiss Post
merchant-person-late-title = It is too late for that.
merchant-person-late = The parcel is no longer here, or it goes to an address.
job-watch-points = Check the pick-up points of orders

## Mails
mail-greeting = Hello { $x },
mail-greeting-plain = Hello,
mail-named = { $x }: { $y }
mail-see-order = See your order
mail-keep-link = Whoever knows the link in this e-mail can see your order: please do not pass it on.
mail-answer = A question? Just reply to this e-mail.
mail-post-tells = As soon as the parcel is ready, Swiss Post sends a message to { $x }.
mail-bill-attached = The QR-bill is attached as a PDF, payable by { $x }.
mail-to-confirm = Swiss Post has not confirmed the customer number for the pick-up yet. We ask again automatically and send the parcel only then. There is nothing you need to do: as soon as the answer is here, we will write to you.
mail-confirmed = We have received your order { $x }
mail-confirmed-lead = Thank you for your purchase. Here is what you ordered, where the parcel goes and who receives the invoice.
mail-known = Order { $x }: your pick-up is confirmed
mail-known-lead = The customer number that we were waiting for has arrived. Your parcel can go on its way.
mail-point = Order { $x }: new pick-up point
mail-point-lead = Your parcel now goes to the pick-up point below. Price and invoice stay the same.
mail-held = Your order { $x } is on hold
mail-held-lead = Before we send your parcel we are settling something, and will get in touch with you. The page of your order says where it stands.
mail-handed-over = Order { $x }: your parcel is on its way
mail-handed-over-lead = We have handed your parcel over to Swiss Post.
mail-came-back = Order { $x }: your parcel has come back to us
mail-came-back-lead = Swiss Post could not hand over your parcel and has returned it to us. We will get in touch with you. If you know already what you would like us to do, reply to this e-mail.
mail-cancelled = Your order { $x } is cancelled
mail-cancelled-lead = We have cancelled your order. Nothing will be sent.
mail-cancelled-as-asked = We have cancelled your order as you asked. Nothing will be sent.
mail-cancelled-invoice = You no longer need to pay the invoice. If you have already paid, you will get the amount back.
mail-cancelled-card = The amount will be credited to your card.
mail-open-order = Open the order
mail-new-order = New order { $x }
mail-new-order-lead = An order has come in. The shop shows who ordered and where the parcel goes.
mail-new-order-waits = Swiss Post has not given the User ID yet. The shop asks again automatically.
mail-is-held = Order { $x } is on hold
mail-is-held-lead = The order is not sent until somebody decides. The shop shows why.
mail-is-back = Order { $x }: the parcel has come back
mail-is-back-lead = The parcel was not collected, or not accepted. The shop shows the next steps.
mail-is-cancelled = Order { $x } was cancelled by the customer
mail-is-cancelled-lead = Do not send the parcel. The shop shows what happens to money and label.
