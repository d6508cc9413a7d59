//! Gives memory that is no longer used back to the system: a crowd that has left must not be paid for ever after.

/// Trims the heap. The allocator of glibc keeps what was freed, in case it is wanted again; elsewhere this does nothing.
/// Takes about a millisecond for 50 MiB, and stops the other threads' allocations meanwhile.
pub fn give_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        #[expect(unsafe_code, reason = "there is no safe way to call it")]
        // SAFETY: malloc_trim takes no pointer, keeps every allocation valid, and may be called from any thread.
        unsafe {
            libc::malloc_trim(0);
        }
    }
}
