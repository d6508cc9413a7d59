//! What is done about orders beside the requests.

pub mod confirm_user_id;
pub mod track_parcels;
pub mod erase_people;
