#include "archive/warc_reader.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "archive/digests.hpp"
#include "archive/sample_archives.hpp"

using namespace axray;
using namespace axray::archive;
using namespace axray::archive::samples;

namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const auto& part : parts) all += part;
    return all;
}

// The archive in each of the forms in which one comes.
struct Form {
    std::string name;
    std::vector<std::string> parts;  // one a record
};

std::vector<Form> forms() {
    const auto plain = five_records();
    std::vector<Form> all = {{"plain", plain}, {"gzip", {}}, {"zstd", {}}};
    for (const auto& record : plain) {
        all[1].parts.push_back(gzip(record));
        all[2].parts.push_back(zstd(record));
    }
    return all;
}

std::vector<std::string> blocks(const Reading& reading) {
    std::vector<std::string> all;
    for (const auto& record : reading.records) all.push_back(record.block);
    return all;
}

bool holds_whole(const Reading& reading, const WarcRecord& wanted) {
    return std::any_of(reading.records.begin(), reading.records.end(), [&](const WarcRecord& record) {
        return record.state == RecordState::whole && record.block == wanted.block &&
               record.target_uri == wanted.target_uri && record.kind == wanted.kind;
    });
}

}  // namespace

TEST_CASE("Archives of every form give the same records, with their places") {
    const Reading expected = read_all(joined(five_records()));
    REQUIRE(expected.records.size() == 5);
    CHECK(expected.problems.empty());
    CHECK(expected.records[2].kind == RecordKind::response);
    CHECK(expected.records[2].target_uri == "http://a.test/1");
    CHECK(expected.records[2].date == "2024-05-03T10:00:00Z");
    CHECK(expected.records[2].record_id == "<urn:test:http://a.test/1>");
    for (const auto& form : forms()) {
        CAPTURE(form.name);
        const std::string archive = joined(form.parts);
        const Reading reading = read_all(archive);
        CHECK(blocks(reading) == blocks(expected));
        CHECK(reading.problems.empty());
        std::uint64_t offset = 0;
        for (std::size_t i = 0; i < reading.records.size(); ++i) {
            CHECK(reading.records[i].place.offset == offset);
            CHECK(reading.records[i].place.length == form.parts[i].size());
            CHECK(reading.records[i].place.inner == 0);
            offset += form.parts[i].size();
        }
        CHECK(blocks(read_all(archive, 1)) == blocks(expected));
    }
}

TEST_CASE("One compressed unit may hold all records, and a record may lie in several") {
    const std::string plain = joined(five_records());
    const auto expected = blocks(read_all(plain));
    const Reading one = read_all(gzip(plain));
    CHECK(blocks(one) == expected);
    CHECK(one.records[1].place.offset == 0);
    CHECK(one.records[1].place.inner == five_records()[0].size());
    CHECK(blocks(read_all(zstd(plain))) == expected);
    std::string pieces;
    for (std::size_t at = 0; at < plain.size(); at += 100) pieces += gzip(std::string_view(plain).substr(at, 100));
    CHECK(blocks(read_all(pieces)) == expected);
}

TEST_CASE("Plain and compressed parts may follow each other in one file") {
    const auto parts = five_records();
    const std::string mixed = parts[0] + gzip(parts[1]) + zstd(parts[2]) + gzip("") + parts[3] + gzip(parts[4]);
    const Reading reading = read_all(mixed);
    CHECK(blocks(reading) == blocks(read_all(joined(parts))));
    CHECK(reading.problems.empty());
    CHECK(reading.records[1].place.offset == parts[0].size());
}

TEST_CASE("A dictionary in the first frame is used, compressed or not; other frames to skip are skipped") {
    std::string dictionary = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.test/ HTTP/1.1 200 OK\r\n";
    dictionary += "Content-Type: text/html; charset=utf-8\r\n <html><p>Page of the harbour news.</p></html>";
    std::string frames = skippable(0x50, "anything");
    for (const auto& record : five_records()) frames += zstd(record, dictionary);
    const auto expected = blocks(read_all(joined(five_records())));
    CHECK(blocks(read_all(skippable(0x5D, dictionary) + frames)) == expected);
    CHECK(blocks(read_all(skippable(0x5D, zstd(dictionary)) + frames)) == expected);
}

TEST_CASE("An archive cut at any byte gives every record that is whole before the cut") {
    const Reading all = read_all(joined(five_records()));
    for (const auto& form : forms()) {
        CAPTURE(form.name);
        const std::string archive = joined(form.parts);
        for (std::size_t cut = 0; cut < archive.size(); ++cut) {
            CAPTURE(cut);
            const Reading reading = read_all(std::string_view(archive).substr(0, cut));
            std::size_t end = 0;
            std::size_t whole = 0;
            for (; whole < form.parts.size(); ++whole) {
                end += form.parts[whole].size();
                if (end - (form.name == "plain" ? 4 : 0) > cut) break;
                CHECK(holds_whole(reading, all.records[whole]));
            }
            const bool between = end - (whole < form.parts.size() ? form.parts[whole].size() : 0) == cut;
            if (!between || cut == 0) CHECK((!reading.problems.empty() || !reading.error.empty()));
        }
    }
    const std::string one_member = gzip(joined(five_records()));
    for (std::size_t cut = 0; cut < one_member.size(); ++cut) {
        const Reading reading = read_all(std::string_view(one_member).substr(0, cut));
        for (std::size_t i = 0; i + 1 < reading.records.size(); ++i) {
            CHECK(reading.records[i].block == all.records[i].block);
        }
    }
}

TEST_CASE("A byte that is changed costs no record but its own") {
    const Reading all = read_all(joined(five_records()));
    for (const auto& form : forms()) {
        CAPTURE(form.name);
        const std::string good = joined(form.parts);
        std::size_t part = 0;
        std::size_t part_end = form.parts[0].size();
        for (std::size_t at = 0; at < good.size(); ++at) {
            if (at == part_end) part_end += form.parts[++part].size();
            CAPTURE(at);
            std::string bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x5A);
            const Reading reading = read_all(bad);
            for (std::size_t i = 0; i < all.records.size(); ++i) {
                if (i != part) CHECK(holds_whole(reading, all.records[i]));
            }
        }
    }
}

TEST_CASE("Lengths that lie are noticed and the block is found") {
    const std::string block = "HTTP/1.1 200 OK\r\n\r\n" + page(7);
    const std::string digest = "WARC-Block-Digest: sha1:" + sha1_hex(block) + "\r\n";
    const std::string size = std::to_string(block.size());
    const std::string more = std::to_string(block.size() + 50);
    const std::string less = std::to_string(block.size() - 20);
    const std::string next = response("http://a.test/8", page(8));
    struct Case {
        std::string length_line;
        std::string fields;
        RecordState state;
        bool problem;
    };
    const std::vector<Case> cases = {
        {"Content-Length: " + size + "\r\n", "", RecordState::whole, false},
        {"content-length:" + size + "\n", "", RecordState::whole, false},
        {"Content-Length: " + more + "\r\n", "", RecordState::repaired, true},
        {"Content-Length: " + more + "\r\n", digest, RecordState::whole, true},
        {"Content-Length: " + less + "\r\n", "", RecordState::repaired, true},
        {"Content-Length: " + less + "\r\n", digest, RecordState::whole, true},
        {"Content-Length: -1\r\n", "", RecordState::repaired, true},
        {"Content-Length: 12abc\r\n", "", RecordState::repaired, true},
        {"Content-Length: 1000000000000000000\r\n", "", RecordState::repaired, true},
        {"Content-Length: 99999999999999999999999\r\n", "", RecordState::repaired, true},
        {"", "", RecordState::repaired, true},
        {"", digest, RecordState::whole, true},
    };
    for (const auto& one : cases) {
        CAPTURE(one.length_line);
        const std::string bad = record_with_length("response", "http://a.test/7", block, one.length_line, one.fields);
        for (const bool packed : {false, true}) {
            CAPTURE(packed);
            const Reading reading = read_all(packed ? gzip(bad) + gzip(next) : bad + next);
            REQUIRE(reading.records.size() == 2);
            CHECK(reading.records[0].block == block);
            CHECK(reading.records[0].state == one.state);
            CHECK(has_problem(reading, ProblemKind::wrong_length) == one.problem);
            CHECK(reading.records[1].state == RecordState::whole);
            CHECK(reading.records[1].target_uri == "http://a.test/8");
        }
    }
}

TEST_CASE("A record inside a record is no end while the length is right") {
    const std::string inner = record("resource", "http://a.test/inner", "Inner text.");
    const std::string outer = record("resource", "http://a.test/outer.warc", inner + inner);
    const Reading reading = read_all(outer + outer);
    REQUIRE(reading.records.size() == 2);
    CHECK(reading.records[0].block == inner + inner);
    CHECK(reading.problems.empty());
}

TEST_CASE("Noise and zeros between records are passed and told") {
    const std::string noise = "\x1f\x8b\x08 no member \x28\xb5\x2f\xfd no frame WARC/ no record \x01\x02\x03";
    const std::string zeros(5000, '\0');
    const auto parts = five_records();
    for (const auto& form : forms()) {
        CAPTURE(form.name);
        for (const std::string& between : {noise, zeros, noise + zeros + noise, zeros + noise}) {
            const Reading reading = read_all(form.parts[2] + between + form.parts[3] + between);
            REQUIRE(reading.records.size() == 2);
            CHECK(reading.records[0].target_uri == "http://a.test/1");
            CHECK(reading.records[1].target_uri == "http://a.test/2");
            CHECK(reading.records[0].state == RecordState::whole);
            REQUIRE_FALSE(reading.problems.empty());
            CHECK(reading.problems[0].kind == ProblemKind::not_records);
            CHECK(reading.problems[0].offset == form.parts[2].size());
            CHECK(reading.records[1].place.offset == form.parts[2].size() + between.size());
        }
    }
    const Reading padded = read_all(parts[2] + zeros + parts[3]);
    REQUIRE(padded.problems.size() == 1);
    CHECK(padded.problems[0].message == "5000 bytes of zeros where a record should begin");
    CHECK(padded.problems[0].lost == 5000);
}

TEST_CASE("What is no archive is refused with what it begins with") {
    CHECK(
        read_all("<!doctype html><p>Hello</p>").error ==
        "this is no web archive: it begins with \"<!doctype html><p>Hello</p>\" where a line such as \"WARC/1.0\" was "
        "expected");
    CHECK(read_all(gzip("plain text")).error.find("begins with \"plain text\"") != std::string::npos);
    CHECK(read_all(std::string_view("\x1f\x8b\x08\0\0\0\0\0\0\3garbage!", 18)).error.find("no record") !=
          std::string::npos);
    const Reading empty = read_all("");
    CHECK(empty.error.empty());
    CHECK(empty.records.empty());
    REQUIRE(empty.problems.size() == 1);
    CHECK(empty.problems[0].message == "the archive has no bytes");
}

TEST_CASE("Blocks over the limit are given in part, and what follows is read") {
    const std::string large(3000000, 'x');
    WarcReaderOptions options;
    options.block_limit = 1000;
    const std::string next = response("http://a.test/8", page(8));
    for (const std::string& length : {std::to_string(large.size()), std::string("none")}) {
        CAPTURE(length);
        const std::string bad =
            record_with_length("resource", "http://a.test/large", large, "Content-Length: " + length + "\r\n");
        for (const std::string& archive : {bad + next, gzip(bad) + gzip(next), gzip(bad + next)}) {
            const Reading reading = read_all(archive, 4096, options);
            REQUIRE(reading.records.size() == 2);
            CHECK(reading.records[0].block.size() == 1000);
            CHECK(reading.records[0].block_size >= large.size());
            CHECK(reading.records[0].block_size <= large.size() + 4);
            CHECK(has_problem(reading, ProblemKind::too_long));
            CHECK(reading.records[1].target_uri == "http://a.test/8");
        }
    }
}

TEST_CASE("A member that expands out of all proportion is given up, and what follows is read") {
    WarcReaderOptions options;
    options.expansion.allowance = 1 << 20;
    options.block_limit = 1 << 20;
    const std::string zeros(20000000, '\0');
    const std::string next = gzip(response("http://a.test/8", page(8)));
    const std::string begin = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 20000000\r\n\r\n";
    for (const std::string& bomb : {gzip(begin + zeros), zstd(begin + zeros), gzip(zeros), zstd(zeros)}) {
        const Reading reading = read_all(bomb + next, 4096, options);
        REQUIRE_FALSE(reading.records.empty());
        CHECK(reading.records.back().target_uri == "http://a.test/8");
        CHECK(has_problem(reading, ProblemKind::too_expansive));
    }
}

TEST_CASE("Archives made to hurt take time in proportion to their size") {
    constexpr std::size_t kSize = 2000000;
    const auto repeated = [](std::string_view part) {
        std::string all;
        while (all.size() < kSize) all += part;
        return all;
    };
    const std::string member("\x1f\x8b\x08\0\0\0\0\0\0\3", 10);
    const std::string stored = member + std::string("\0\xff\xff\0\0", 5);  // claims the next 64 kB for its own
    const std::string fields = "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <x>\r\nWARC-Date: 2024\r\n";
    const std::string digest = "WARC-Block-Digest: sha1:AAAA\r\n";
    const std::string block = "\r\nabc\r\n\r\n";
    const std::vector<std::string> archives = {
        repeated(member),
        repeated(stored),
        repeated(stored + "WARC/1.0\r\nA: b\r\n"),
        repeated("WARC/1.0\r\n"),
        "WARC/1.0\r\n" + repeated("A: WARC/1.0\r\n"),
        fields + "Content-Length: 900000\r\n\r\n" + repeated("A: WARC/1.0\r\nWARC-Type: x\r\n"),
        repeated(fields + block),
        repeated(fields + "Content-Length: 900000\r\n" + block),
        repeated(fields + digest + "Content-Length: 900000\r\n" + block),
        repeated(fields + "Content-Length: 3\r\n" + block + member),
        repeated(gzip("a")),
        gzip(fields + "Content-Length: 900000\r\n\r\n") + repeated(gzip("a")),
        repeated(gzip("")),
        repeated(skippable(0x50, "")),
        repeated(skippable(0x5D, std::string(100, 'a'))),
        repeated("http://a/ 192.0.2.7 20140101000000 text/html -1\n"),
        "WARC/1.0\r\nA: b\r\n" + repeated(" c\r\n"),
    };
    for (std::size_t i = 0; i < archives.size(); ++i) {
        CAPTURE(i);
        // Each takes well under a second; one that took a time beyond bounds would run into the limit of the test
        // program.
        const Reading reading = read_all(archives[i]);
        CHECK((!reading.problems.empty() || !reading.error.empty()));
    }
}

TEST_CASE("Records of an ARC are read, with blanks in addresses and lengths that are none") {
    const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(1);
    const std::string description = "1 0 Sample\nURL IP-address Archive-date Content-type Archive-length\n";
    const auto line = [](const std::string& uri, const std::string& type, const std::string& length) {
        return uri + " 192.0.2.7 20140216050221 " + type + " " + length + "\n";
    };
    const std::string size = std::to_string(http.size());
    const std::string first =
        line("filedesc://sample.arc", "text/plain", std::to_string(description.size())) + description + "\n";
    const std::string second = line("http://a.test/a b?c=d e", "text/html", size) + http + "\n";
    for (const std::string& length : {size, std::string("-1"), std::string("abc")}) {
        CAPTURE(length);
        const std::string third = line("http://a.test/3", "text/html", length) + http + "\n";
        const std::string fourth = line("dns:a.test", "text/dns", "5") + "1.2.3\n";
        for (const std::string& archive :
             {first + second + third + fourth, gzip(first) + gzip(second) + gzip(third) + gzip(fourth)}) {
            const Reading reading = read_all(archive);
            REQUIRE(reading.records.size() == 4);
            CHECK(reading.records[0].kind == RecordKind::warcinfo);
            CHECK(reading.records[0].block == description);
            CHECK(reading.records[1].kind == RecordKind::response);
            CHECK(reading.records[1].target_uri == "http://a.test/a%20b?c=d%20e");
            CHECK(reading.records[1].date == "2014-02-16T05:02:21Z");
            CHECK(reading.records[1].block == http);
            CHECK(reading.records[2].block == http);
            CHECK((reading.records[2].state == RecordState::whole) == (length == size));
            CHECK(reading.records[3].kind == RecordKind::resource);
            CHECK(reading.records[3].content_type == "text/dns");
        }
    }
}

TEST_CASE("A source that fails gives its error, a file that is not there too") {
    WarcReader reader([](char*, std::size_t) -> Result<std::size_t> { return fail(ErrorCode::unreadable, "disk"); });
    const auto item = reader.next();
    REQUIRE_FALSE(item.has_value());
    CHECK(item.error().code == ErrorCode::unreadable);
    CHECK(source_of_file("/no/such/archive.warc").error().code == ErrorCode::not_found);
}
