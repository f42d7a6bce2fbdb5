#include "registers/store/evidence.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/digest.hpp"
#include "base/files.hpp"
#include "registers/import/unpack.hpp"

namespace axray::registers {
namespace {

constexpr std::uint64_t kLargestSource = std::uint64_t{1} << 30U;  // bytes

// Whether unpacking the source can give a file of that name: "sdn.csv.gz" gives "sdn.csv", "a.zip" gives "a.zip/b".
bool may_hold(const std::string& source, const std::string& file) {
    return source == file || file.starts_with(source + "/") || source.starts_with(file + ".");
}

// Files of the sources that were unpacked so far, by name.
class Sources {
public:
    Sources(const Store& store, const ListVersion& version, const Manifest& manifest)
        : store_(&store), version_(&version), manifest_(&manifest) {}

    Result<const std::string*> bytes_of(const std::string& file) {
        if (const auto known = files_.find(file); known != files_.end()) return &known->second;
        for (const auto& source : manifest_->files) {
            if (!may_hold(source.name, file)) continue;
            if (auto done = unpack_source(source); !done) return fail(std::move(done).error());
            if (const auto found = files_.find(file); found != files_.end()) return &found->second;
        }
        return fail(Error{ErrorCode::not_found, "is in none of the files of this version", {file}});
    }

private:
    Result<void> unpack_source(const SourceFile& source) {
        const auto path = store_->source_path(*version_, source.name);
        auto bytes = base::read_file(path, kLargestSource);
        if (!bytes) return fail(std::move(bytes).error());
        if (base::sha256_hex(*bytes) != source.digest) {
            return fail(Error{ErrorCode::malformed, "its bytes are not those that were imported", {path}});
        }
        auto members = unpack(source.name, *bytes);
        if (!members) return fail(std::move(members).error());
        for (auto& member : *members) files_.emplace(std::move(member.name), std::move(member.bytes));
        return {};
    }

    const Store* store_;
    const ListVersion* version_;
    const Manifest* manifest_;
    std::map<std::string, std::string> files_;
};

}  // namespace

Result<std::vector<RowText>> row_texts(const Store& store, const ListVersion& version,
                                       const std::vector<ListRow>& rows) {
    const auto manifest = store.manifest(version);
    if (!manifest) return fail(manifest.error());
    Sources sources(store, version, *manifest);
    std::vector<RowText> texts;
    for (const auto& row : rows) {
        const auto bytes = sources.bytes_of(row.file);
        if (!bytes) return fail(bytes.error());
        if (row.bytes.end > (*bytes)->size() || row.bytes.begin > row.bytes.end) {
            return fail(Error{ErrorCode::malformed, "ends before the row of the entry", {row.file}});
        }
        const auto size = std::min<std::size_t>(row.bytes.size(), kLongestRow);
        texts.push_back({(*bytes)->substr(row.bytes.begin, size), size < row.bytes.size()});
    }
    return texts;
}

}  // namespace axray::registers
