#include "archive/payload.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "archive/http_message.hpp"

namespace axray::archive {
namespace {

using base::Coding;
using base::DecompressState;

constexpr std::size_t kMostCodings = 4;  // one after another; more are left as they are

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& letter : result) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + ('a' - 'A'));
    }
    return result;
}

std::string_view trimmed(std::string_view text) {
    const auto begin = std::min(text.find_first_not_of(" \t\"'"), text.size());
    text.remove_prefix(begin);
    const auto end = text.find_last_not_of(" \t\"'");
    return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

// "gzip, chunked" as its words, small letters, of all fields of that name.
std::vector<std::string> coding_names(const std::vector<HeaderField>& fields, std::string_view name) {
    std::vector<std::string> names;
    for (const auto& field : fields) {
        if (lower(field.name) != name) continue;
        std::string_view rest = field.value;
        while (!rest.empty()) {
            const std::size_t comma = std::min(rest.find(','), rest.size());
            const std::string word = lower(trimmed(rest.substr(0, comma)));
            if (!word.empty() && word != "identity" && word != "none" && word != "binary") names.push_back(word);
            rest.remove_prefix(std::min(comma + 1, rest.size()));
        }
    }
    return names;
}

// "deflate" stands for zlib, and raw deflate is what some servers send for it.
std::vector<Coding> codings_named(std::string_view name) {
    if (name == "gzip" || name == "x-gzip") return {Coding::gzip};
    if (name == "deflate") return {Coding::zlib, Coding::raw_deflate};
    if (name == "br") return {Coding::brotli};
    if (name == "zstd") return {Coding::zstd};
    return {};
}

// Undoes the codings of a body step by step; what goes wrong is noted in the payload.
class Decoding {
public:
    Decoding(Payload& payload, const PayloadOptions& options, std::uint64_t offset)
        : payload_(payload), options_(options), offset_(offset) {}

    void problem(ProblemKind kind, std::string message) {
        Problem problem;
        problem.kind = kind;
        problem.offset = offset_;
        problem.message = std::move(message);
        payload_.problems.push_back(std::move(problem));
    }

    // Takes the chunks apart; the body stays as it is when there are none.
    void unchunk(std::string& body) {
        Unchunked joined = join_chunks(body);
        switch (joined.state) {
            case Unchunked::State::whole: break;
            case Unchunked::State::cut:
                payload_.state = PayloadState::cut;
                problem(ProblemKind::cut_off, "the last chunk of the body is not there");
                break;
            case Unchunked::State::broken:
                problem(ProblemKind::wrong_encoding, "no chunk begins after " + std::to_string(joined.used) +
                                                         " bytes of the body: the rest is "
                                                         "taken as it is");
                joined.bytes += std::string_view(body).substr(joined.used);
                break;
            case Unchunked::State::not_chunked:
                if (!body.empty()) {
                    problem(ProblemKind::wrong_encoding, "the body is declared to be in chunks and is not");
                }
                return;
        }
        body = std::move(joined.bytes);
    }

    void undo(const std::string& name, std::string& body) {
        if (body.empty() || payload_.state == PayloadState::refused) return;
        const auto candidates = codings_named(name);
        if (candidates.empty()) {
            return problem(ProblemKind::wrong_encoding, "the coding \"" + name + "\" is not known; left as it is");
        }
        std::optional<base::Decompressed> best;
        for (const Coding coding : candidates) {
            auto tried = base::decompress(body, coding, options_.limits);
            const bool good = tried.state != DecompressState::damaged && tried.state != DecompressState::cut;
            if (!best || good || tried.bytes.size() > best->bytes.size()) best = std::move(tried);
            if (good) break;
        }
        accept(name, std::move(*best), body);
    }

private:
    void accept(const std::string& name, base::Decompressed decoded, std::string& body) {
        // Nothing came of it: most likely the coding was undone before, and the declaration left.
        const bool broken = decoded.state == DecompressState::damaged || decoded.state == DecompressState::cut;
        if (broken && decoded.bytes.empty()) {
            return problem(ProblemKind::wrong_encoding, "the body is declared to be " + name + " and is not");
        }
        body = std::move(decoded.bytes);
        switch (decoded.state) {
            case DecompressState::whole: return;
            case DecompressState::cut:
            case DecompressState::too_long:
                payload_.state = std::max(payload_.state, PayloadState::cut);
                return problem(decoded.state == DecompressState::cut ? ProblemKind::cut_off : ProblemKind::too_long,
                               std::move(decoded.reason));
            case DecompressState::damaged:
                payload_.state = PayloadState::damaged;
                return problem(ProblemKind::wrong_encoding, std::move(decoded.reason));
            case DecompressState::refused:
                payload_.state = PayloadState::refused;
                return problem(ProblemKind::too_expansive, std::move(decoded.reason));
        }
    }

    Payload& payload_;
    const PayloadOptions& options_;
    std::uint64_t offset_;
};

void read_media_type(std::string_view declared, Payload& payload) {
    payload.media_type = lower(trimmed(declared.substr(0, declared.find(';'))));
    const std::string small = lower(declared);
    const std::size_t name = small.find("charset");
    if (name == std::string::npos) return;
    const std::size_t equals = small.find_first_not_of(" \t", name + std::string_view("charset").size());
    if (equals == std::string::npos || small[equals] != '=') return;
    std::string_view value = declared.substr(equals + 1);
    payload.charset = trimmed(value.substr(0, value.find(';')));
}

bool is_http(const WarcRecord& record) {
    return lower(record.content_type).starts_with("application/http") || record.kind == RecordKind::response ||
           record.kind == RecordKind::request || record.kind == RecordKind::revisit;
}

// Of what is not whole a digest says nothing new.
bool checks_digests(const WarcRecord& record, const PayloadOptions& options) {
    return options.digests == DigestCheck::on && record.state != RecordState::partial &&
           record.block.size() == record.block_size;
}

// The body is decoded in place: transfer codings first, then content codings, the last applied first.
void decode_body(const WarcRecord& record, const PayloadOptions& options, std::string_view wire, Payload& payload) {
    // That of a revisit belongs to another record. Where it is that of the block, the block is what it was made of.
    std::string_view declared = field_value(record.fields, "WARC-Payload-Digest");
    if (!checks_digests(record, options) || record.kind == RecordKind::revisit ||
        declared == field_value(record.fields, "WARC-Block-Digest")) {
        declared = {};
    }
    payload.payload_digest = compare_digest(declared, wire);
    Decoding decoding(payload, options, record.place.offset);
    auto transfer = coding_names(payload.http_fields, "transfer-encoding");
    auto content = coding_names(payload.http_fields, "content-encoding");
    if (transfer.size() + content.size() > kMostCodings) {
        decoding.problem(ProblemKind::wrong_encoding, "more than four codings are declared; none is undone");
        transfer.clear();
        content.clear();
    }
    std::string& body = payload.bytes = wire;
    for (; !transfer.empty(); transfer.pop_back()) {
        if (transfer.back() != "chunked") {
            decoding.undo(transfer.back(), body);
            continue;
        }
        decoding.unchunk(body);
        if (payload.payload_digest == DigestState::differs) payload.payload_digest = compare_digest(declared, body);
    }
    for (; !content.empty(); content.pop_back()) decoding.undo(content.back(), body);
    if (body.size() > options.limits.bytes) {
        body.resize(options.limits.bytes);
        payload.state = std::max(payload.state, PayloadState::cut);
        decoding.problem(ProblemKind::too_long,
                         "the body is longer than the limit of " + std::to_string(options.limits.bytes) + " bytes");
    }
    if (payload.payload_digest == DigestState::differs) {
        decoding.problem(ProblemKind::wrong_digest, "the payload is not what its digest was made of");
    }
}

}  // namespace

std::string_view to_string(PayloadState state) {
    static constexpr std::array<std::string_view, 4> kNames = {"whole", "cut", "damaged", "refused"};
    return kNames[static_cast<std::size_t>(state)];
}

Payload payload_of(const WarcRecord& record, const PayloadOptions& options) {
    Payload payload;
    Decoding notes(payload, options, record.place.offset);
    std::string_view wire = record.block;
    std::string_view type = record.content_type;
    if (is_http(record)) {
        auto head = read_http_head(record.block);
        if (head) {
            wire.remove_prefix(head->size);
            payload.http_status = head->status;
            payload.http_fields = std::move(head->fields);
            if (!head->ended) notes.problem(ProblemKind::bad_header, "no blank line ends the HTTP header");
            type = field_value(payload.http_fields, "Content-Type");
        } else if (lower(type).starts_with("application/http")) {
            if (!wire.empty())
                notes.problem(ProblemKind::bad_header, "the record holds no HTTP header: taken as the page");
            type = {};
        }
    }
    if (record.state == RecordState::partial || record.block.size() < record.block_size ||
        !field_value(record.fields, "WARC-Truncated").empty()) {
        payload.state = PayloadState::cut;
    }
    read_media_type(type, payload);
    decode_body(record, options, wire, payload);
    if (checks_digests(record, options)) {
        payload.block_digest = compare_digest(field_value(record.fields, "WARC-Block-Digest"), record.block);
        if (payload.block_digest == DigestState::differs) {
            notes.problem(ProblemKind::wrong_digest, "the block is not what its digest was made of");
        }
    }
    return payload;
}

}  // namespace axray::archive
