// The program `axray-fetch`: does one HTTP exchange (a request -> the answer on standard output).
//
// It is no command for people: axray starts it for each exchange, with limits on its time, memory and output, and with
// no right to write a file. It connects to no address but those that the request
// allows, seen when the socket is opened, so that a name that resolves anew cannot lead elsewhere.
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <axray/result.hpp>

#include "base/child_process.hpp"
#include "base/files.hpp"
#include "fetch/exchange.hpp"
#include "fetch/network_address.hpp"

namespace axray::fetch {
namespace {

constexpr std::uint64_t kLargestRequest = 1ull << 20U;  // bytes
constexpr std::uint64_t kHarmlessSize = 1ull << 20U;    // bytes; what unpacks to less is no bomb, however small it was
constexpr std::uint64_t kUncounted = CURL_MAX_WRITE_SIZE;  // bytes that may have been unpacked before they are counted
constexpr long kStallBytes = 100;                          // a second
constexpr int kNoRequest = 2;                              // exit statuses
constexpr int kNoCurl = 3;
constexpr int kNoReader = 4;
constexpr int kOk = 200;
constexpr int kOkTransformed = 203;

bool write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

std::string peer_text(const sockaddr* address) {
    NetworkAddress peer;
    if (address->sa_family == AF_INET) {
        const auto* inner = reinterpret_cast<const sockaddr_in*>(address);
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(&inner->sin_addr);
        std::copy_n(bytes, 4, peer.bytes.begin());
    } else {
        peer.family = AddressFamily::ipv6;
        const auto* inner = reinterpret_cast<const sockaddr_in6*>(address);
        std::copy_n(inner->sin6_addr.s6_addr, 16, peer.bytes.begin());
    }
    return to_string(peer);
}

class Exchange {
public:
    Exchange(const HttpRequest& request, CURL* handle) : request_(request), handle_(handle) {}

    HttpAnswer run();
    [[nodiscard]] const std::string& header_lines() const { return header_lines_; }

private:
    static curl_socket_t open_socket(void* self, curlsocktype purpose, curl_sockaddr* address);
    static std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* self);
    static std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* self);

    void set_options();
    bool begin_body();
    bool add_body(std::string_view bytes);
    bool stop(Stop reason, std::string detail);
    void explain(CURLcode code);

    template <class Value>
    void set(CURLoption option, Value value) {
        static_cast<void>(::curl_easy_setopt(handle_, option, value));
    }
    template <class Value>
    [[nodiscard]] Value info(CURLINFO name) const {
        Value value{};
        ::curl_easy_getinfo(handle_, name, &value);
        return value;
    }

    const HttpRequest& request_;
    CURL* handle_;
    HttpAnswer answer_;
    std::string header_lines_;
    std::uint64_t header_bytes_ = 0;
    std::uint64_t body_bytes_ = 0;
    bool body_begun_ = false;
};

// Ends the exchange for a reason that is not curl's own.
bool Exchange::stop(Stop reason, std::string detail) {
    answer_.stop = reason;
    answer_.detail = std::move(detail);
    return false;
}

curl_socket_t Exchange::open_socket(void* self, curlsocktype, curl_sockaddr* address) {
    auto& exchange = *static_cast<Exchange*>(self);
    if (address->family != AF_INET && address->family != AF_INET6) return CURL_SOCKET_BAD;
    if (exchange.request_.peers == Peers::public_only) {
        const std::string peer = peer_text(&address->addr);
        const auto parsed = network_address_of(peer);
        const auto reason = parsed ? why_not_public(*parsed) : "an address of no known kind";
        if (reason) {
            exchange.answer_.peer = peer;
            exchange.stop(Stop::refused_peer, std::string(*reason));
            return CURL_SOCKET_BAD;
        }
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t Exchange::take_header(char* bytes, std::size_t size, std::size_t count, void* self) {
    auto& exchange = *static_cast<Exchange*>(self);
    const std::string_view line(bytes, size * count);
    exchange.header_bytes_ += line.size();
    if (exchange.header_bytes_ > exchange.request_.header_limit) {
        exchange.stop(Stop::header_too_large, {});
        return 0;
    }
    if (line.substr(0, 5) == "HTTP/") exchange.header_lines_.clear();  // those before were of "100 Continue"
    exchange.header_lines_ += line;
    return line.size();
}

std::size_t Exchange::take_body(char* bytes, std::size_t size, std::size_t count, void* self) {
    auto& exchange = *static_cast<Exchange*>(self);
    const std::string_view portion(bytes, size * count);
    if (!std::exchange(exchange.body_begun_, true) && !exchange.begin_body()) return 0;
    return exchange.add_body(portion) ? portion.size() : 0;
}

// Whether the body is wanted at all.
bool Exchange::begin_body() {
    if (request_.wanted == Wanted::reply) return true;
    const long status = info<long>(CURLINFO_RESPONSE_CODE);
    if (status != kOk && status != kOkTransformed) return stop(Stop::not_needed, {});
    if (request_.wanted == Wanted::anything) return true;
    const auto type = parse_content_type(first_value(parse_header_lines(header_lines_), "Content-Type").value_or(""));
    return is_readable_type(type.media_type) || stop(Stop::unreadable_type, type.media_type);
}

bool Exchange::add_body(std::string_view bytes) {
    const std::uint64_t room = request_.size_limit - body_bytes_;
    const auto taken = bytes.substr(0, room);
    body_bytes_ += taken.size();
    const auto received = static_cast<std::uint64_t>(info<curl_off_t>(CURLINFO_SIZE_DOWNLOAD_T));
    if (body_bytes_ > kHarmlessSize && body_bytes_ / request_.expansion_limit > received + kUncounted) {
        return stop(Stop::too_expanded, {});
    }
    if (!write_all(taken)) return stop(Stop::broken, "nobody reads the answer");
    return taken.size() == bytes.size() || stop(Stop::too_large, {});
}

void Exchange::set_options() {
    set(CURLOPT_URL, request_.address.c_str());
    if (!request_.body.empty()) {
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.body.size()));
        set(CURLOPT_POSTFIELDS, request_.body.c_str());
    }
    if (!request_.certificates.empty()) set(CURLOPT_CAINFO, request_.certificates.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PATH_AS_IS, 1L);  // it was put into its one spelling before
    set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    set(CURLOPT_PROXY, "");  // a proxy would connect to addresses that we cannot see
    set(CURLOPT_NOPROXY, "*");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_FORBID_REUSE, 1L);
    set(CURLOPT_ACCEPT_ENCODING, "");  // all that this curl can unpack
    set(CURLOPT_HTTP09_ALLOWED, 0L);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request_.connect_limit.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(request_.whole_limit.count()));
    set(CURLOPT_LOW_SPEED_LIMIT, kStallBytes);
    set(CURLOPT_LOW_SPEED_TIME, static_cast<long>((request_.stall_limit.count() + 999) / 1000));
    set(CURLOPT_OPENSOCKETFUNCTION, &Exchange::open_socket);
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_HEADERFUNCTION, &Exchange::take_header);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &Exchange::take_body);
    set(CURLOPT_WRITEDATA, this);
}

// What curl's end of an exchange means, when we did not end it ourselves.
void Exchange::explain(CURLcode code) {
    const auto reason = [code] {
        switch (code) {
            case CURLE_OK: return Stop::complete;
            case CURLE_COULDNT_RESOLVE_HOST: return Stop::unresolved;
            case CURLE_COULDNT_CONNECT: return Stop::unconnected;
            case CURLE_OPERATION_TIMEDOUT: return Stop::timed_out;
            case CURLE_PARTIAL_FILE: return Stop::cut_short;
            case CURLE_GOT_NOTHING:
            case CURLE_RECV_ERROR: return Stop::cut_short;
            case CURLE_SSL_CONNECT_ERROR:
            case CURLE_PEER_FAILED_VERIFICATION:
            case CURLE_SSL_CACERT_BADFILE:
            case CURLE_SSL_CIPHER:
            case CURLE_SSL_ENGINE_INITFAILED: return Stop::untrusted;
            default: return Stop::broken;
        }
    }();
    answer_.stop = reason;
}

HttpAnswer Exchange::run() {
    std::string detail(CURL_ERROR_SIZE, '\0');
    curl_slist* headers = nullptr;
    for (const auto& header : request_.headers) {
        headers = ::curl_slist_append(headers, (header.name + ": " + header.value).c_str());
    }
    set_options();
    if (!request_.body.empty()) headers = ::curl_slist_append(headers, "Expect:");  // the body goes without being asked
    set(CURLOPT_HTTPHEADER, headers);
    set(CURLOPT_ERRORBUFFER, detail.data());
    const CURLcode code = ::curl_easy_perform(handle_);
    set(CURLOPT_ERRORBUFFER, nullptr);
    ::curl_slist_free_all(headers);

    const bool connected = info<long>(CURLINFO_RESPONSE_CODE) != 0;
    const bool ours = answer_.stop != Stop::complete && !(answer_.stop == Stop::refused_peer && connected);
    if (!ours) explain(code);
    if (!ours && code != CURLE_OK) {
        detail.resize(detail.find('\0'));
        answer_.detail = detail.empty() ? ::curl_easy_strerror(code) : detail;
    }
    if (const char* peer = info<char*>(CURLINFO_PRIMARY_IP); peer != nullptr && *peer != '\0') answer_.peer = peer;
    return answer_;
}

int run() {
    const auto text = base::read_file(std::string(base::kChildInput), kLargestRequest);
    const auto request = text ? read_request(*text) : Result<HttpRequest>(fail(text.error()));
    if (!request) return kNoRequest;
    if (::curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return kNoCurl;
    const std::unique_ptr<CURL, decltype(&::curl_easy_cleanup)> handle(::curl_easy_init(), &::curl_easy_cleanup);
    if (!handle) return kNoCurl;
    Exchange exchange(*request, handle.get());
    const HttpAnswer answer = exchange.run();
    return write_all(write_tail(exchange.header_lines(), answer)) ? 0 : kNoReader;
}

}  // namespace
}  // namespace axray::fetch

int main() {
    std::signal(SIGPIPE, SIG_IGN);
    return axray::fetch::run();
}
