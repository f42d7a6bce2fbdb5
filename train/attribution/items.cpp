#include "items.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <numeric>
#include <unordered_map>

#include <nlohmann/json.hpp>
#include <zlib.h>

namespace axray::train {
namespace {

using Json = nlohmann::json;

Result<std::vector<std::string>> read_lines(const std::string& path) {
    gzFile file = gzopen(path.c_str(), "rb");
    if (file == nullptr) return fail(Error{ErrorCode::unreadable, "the file cannot be opened", {path}});
    std::string content;
    std::array<char, 1U << 16U> buffer{};
    int read = 0;
    while ((read = gzread(file, buffer.data(), buffer.size())) > 0)
        content.append(buffer.data(), static_cast<std::size_t>(read));
    gzclose(file);
    if (read < 0) return fail(Error{ErrorCode::malformed, "the file is no sound gzip file", {path}});
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < content.size();) {
        const std::size_t end = std::min(content.find('\n', begin), content.size());
        if (end > begin) lines.push_back(content.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

Label label_of(const std::string& name) {
    if (name == "supported") return Label::supported;
    if (name == "partially_supported") return Label::partially_supported;
    if (name == "contradicted") return Label::contradicted;
    return Label::not_supported;
}

std::vector<SentenceReference> references_of(const Json& list) {
    std::vector<SentenceReference> references;
    for (const Json& pair : list)
        references.push_back({pair.at(0).get<std::uint32_t>(), pair.at(1).get<std::uint32_t>()});
    return references;
}

Item item_of(const Json& line) {
    Item item;
    item.id = line.at("id").get<std::string>();
    item.dataset = line.value("dataset", std::string("unnamed"));
    item.request.claim = line.at("claim").get<std::string>();
    for (const Json& source : line.at("sources")) {
        item.request.sources.push_back(
            {source.value("id", std::string()), source.at("sentences").get<std::vector<std::string>>(), {}});
    }
    item.label = label_of(line.at("label").get<std::string>());
    const Json meta = line.value("meta", Json::object());
    item.two_labels = meta.contains("label2");
    item.sentence_pair = line.value("split", std::string()) == "train";
    item.weak_label = meta.contains("label4");
    if (meta.contains("evidence_sets")) {
        for (const Json& set : meta["evidence_sets"]) item.evidence_sets.push_back(references_of(set));
    } else if (line.contains("evidence") && line["evidence"].is_array() && !line["evidence"].empty()) {
        item.evidence_sets.push_back(references_of(line["evidence"]));
    }
    item.has_bad_spans = meta.contains("bad_spans");
    for (const Json& span : meta.value("bad_spans", Json::array()))
        item.bad_spans.push_back({span.at(0).get<std::uint32_t>(), span.at(1).get<std::uint32_t>()});
    return item;
}

std::string stem_of(const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    return name.substr(0, name.find('.'));
}

}  // namespace

Result<std::vector<Item>> read_items(const std::string& folder, const std::vector<std::string>& left_out) {
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        const bool wanted = name.ends_with(".jsonl") || name.ends_with(".jsonl.gz");
        if (wanted && std::find(left_out.begin(), left_out.end(), stem_of(entry.path())) == left_out.end()) {
            files.push_back(entry.path());
        }
    }
    if (error || files.empty()) return fail(Error{ErrorCode::not_found, "no *.jsonl files there", {folder}});
    std::sort(files.begin(), files.end());
    std::vector<Item> items;
    for (const auto& file : files) {
        auto lines = read_lines(file.string());
        if (!lines) return fail(lines.error());
        for (std::size_t number = 0; number < lines->size(); ++number) {
            const Json line = Json::parse((*lines)[number], nullptr, false);
            if (line.is_discarded() || !line.contains("label")) {
                return fail(Error{ErrorCode::malformed,
                                  "expected one labelled claim as a JSON object",
                                  {"line " + std::to_string(number + 1), file.string()}});
            }
            items.push_back(item_of(line));
        }
    }
    return items;
}

void assign_groups(std::vector<Item>& items) {
    constexpr std::size_t kLongSentence = 50;  // bytes; shorter ones are common to unrelated texts
    std::vector<std::uint32_t> parent(items.size());
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&parent](std::uint32_t node) {
        while (parent[node] != node) node = parent[node] = parent[parent[node]];
        return node;
    };
    std::unordered_map<std::size_t, std::uint32_t> first_with;
    for (std::uint32_t number = 0; number < items.size(); ++number) {
        for (const SourceText& source : items[number].request.sources) {
            for (const std::string& sentence : source.sentences) {
                if (sentence.size() < kLongSentence) continue;
                const auto [place, fresh] = first_with.try_emplace(std::hash<std::string>{}(sentence), number);
                const std::uint32_t left = root(number);
                const std::uint32_t right = root(place->second);
                if (!fresh) parent[std::max(left, right)] = std::min(left, right);
            }
        }
    }
    for (std::uint32_t number = 0; number < items.size(); ++number) items[number].group = root(number);
}

}  // namespace axray::train
