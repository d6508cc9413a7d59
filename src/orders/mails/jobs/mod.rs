//! What is done about mails beside the requests.
//! Reading order: `send_mails`.

pub mod send_mails;
