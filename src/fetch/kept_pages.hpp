// The folder in which fetched pages are kept (address <-> page with everything that is known of it).
//
// A page is two files that a person can open: HOST/KEY.json says what was asked for, what came and when, and
// HOST/SHA256.html (or .pdf, ...) holds the bytes. Both appear only when they are complete, the bytes first, so that
// readers and other writers never see half a page. Bytes that a newer answer replaces stay, under their own digest.
// Source: own; what is kept of an answer follows RFC 9111.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <axray/result.hpp>

#include "fetch/clock.hpp"
#include "fetch/headers.hpp"
#include "fetch/web_address.hpp"

namespace axray::fetch {

// One step on the way from the address that was asked for to the one that answered.
struct Redirect {
    int status = 0;
    std::string address;  // where it led to

    friend bool operator==(const Redirect&, const Redirect&) = default;
};

struct KeptPage {
    std::string address;              // as asked for, in its one spelling
    std::vector<Redirect> redirects;  // in their order
    std::string final_address;        // that answered
    int status = 0;
    Headers headers;     // without cookies
    std::string body;    // unpacked
    std::string sha256;  // of the body
    std::string peer;    // network address that answered
    Seconds retrieved;   // when the body came
    Seconds checked;     // when the server last said that it is still so

    friend bool operator==(const KeptPage&, const KeptPage&) = default;
};

class KeptPages {
public:
    // `folder` is made when the first page is kept; empty: nothing is kept and nothing found.
    explicit KeptPages(std::string folder) : folder_(std::move(folder)) {}

    // The page that was kept for the address. Nothing when there is none; error malformed when there is one that was
    // changed or damaged: its digest must be that of its bytes.
    [[nodiscard]] Result<std::optional<KeptPage>> find(const WebAddress& address) const;

    // Keeps the page, in place of the one that was kept for its address. Error unwritable.
    [[nodiscard]] Result<void> keep(const WebAddress& address, const KeptPage& page) const;

    [[nodiscard]] const std::string& folder() const { return folder_; }

private:
    std::string folder_;
};

// $XDG_CACHE_HOME/axray, else $HOME/.cache/axray; empty when the environment names neither.
[[nodiscard]] std::string usual_folder();

}  // namespace axray::fetch
