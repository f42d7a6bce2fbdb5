#include "labelled_streams.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>

#include <nlohmann/json.hpp>
#include <xxhash.h>

#include "language/annotator.hpp"
#include "language/words/lexicon.hpp"
#include "story/stream/document_profile.hpp"

namespace axray::train {
namespace {

using Json = nlohmann::json;

struct Article {
    std::string id, title, text, date, story;
};

enum class Unit { article, sentence };
enum class Order { as_given, by_day, by_day_untold, by_chance };

struct Variant {
    std::string_view name;
    std::function<bool(const Article&)> keeps;
    std::function<Article(Article)> changes;
    Order order = Order::as_given;
    Unit unit = Unit::article;
};

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

// The two stories of one topic of ECB+ are learnt and tested together.
std::string topic_of(const std::string& story) {
    return story.starts_with("ecb-") ? story.substr(0, story.rfind('-')) : story;
}

std::string first_words(const std::string& text, std::size_t count) {
    std::size_t at = 0;
    while (at < text.size() && count > 0) {
        at = text.find(' ', at + 1);
        if (at == std::string::npos) return text;
        --count;
    }
    return text.substr(0, at);
}

std::vector<Article> read_articles(const std::filesystem::path& path) {
    auto gold_path = path.string();
    gold_path.replace(gold_path.find(".docs.jsonl"), std::string::npos, ".gold.tsv");
    std::map<std::string, std::string> stories;
    std::ifstream gold(gold_path);
    for (std::string line; std::getline(gold, line);) {
        const auto tab = line.find('\t');
        if (tab != std::string::npos && line[0] != '#') stories[line.substr(0, tab)] = line.substr(tab + 1);
    }
    std::vector<Article> articles;
    std::ifstream documents(path);
    for (std::string line; std::getline(documents, line);) {
        const auto record = Json::parse(line);
        const auto id = record.at("id").get<std::string>();
        if (!stories.contains(id)) continue;
        articles.push_back(
            {id, record.value("title", ""), record.value("text", ""), record.value("date", ""), stories.at(id)});
    }
    if (articles.empty()) {
        std::cerr << path << ": no labelled documents\n";
        std::exit(3);
    }
    return articles;
}

base::Day day_of(const std::string& written) {
    base::Day day;
    if (std::sscanf(written.c_str(), "%4d-%2d-%2d", &day.year, &day.month, &day.day) != 3 || !base::is_day(day))
        return {};
    return day;
}

// The headline and the first two sentences as documents of their own, written as headlines of feeds are: a few words,
// in small letters.
std::vector<Article> first_sentences(const Article& article) {
    constexpr std::size_t kSentences = 3;
    constexpr std::size_t kLeastBytes = 30;
    constexpr std::size_t kWords = 14;
    std::vector<std::string> texts;
    if (!article.title.empty()) texts.push_back(article.title);
    for (std::size_t begin = 0; begin < article.text.size() && texts.size() < kSentences;) {
        const auto end = std::min(article.text.find(". ", begin + kLeastBytes), article.text.size());
        texts.push_back(article.text.substr(begin, end - begin));
        begin = end + 2;
    }
    std::vector<Article> sentences;
    for (const auto& text : texts) {
        auto title = first_words(text, kWords);
        for (char& letter : title) letter = static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
        sentences.push_back(
            {article.id + "/" + std::to_string(sentences.size()), title, "", article.date, article.story});
    }
    return sentences;
}

std::vector<Article> varied(const std::vector<Article>& articles, const Variant& variant) {
    std::vector<Article> all;
    for (const auto& article : articles) {
        if (!variant.keeps(article)) continue;
        const auto changed = variant.changes(article);
        const auto units = variant.unit == Unit::article ? std::vector<Article>{changed} : first_sentences(changed);
        all.insert(all.end(), units.begin(), units.end());
    }
    if (variant.order == Order::as_given) return all;
    const bool by_day = variant.order != Order::by_chance;
    std::stable_sort(all.begin(), all.end(), [by_day](const Article& a, const Article& b) {
        if (by_day && a.date != b.date) return a.date < b.date;
        return hash_of(a.id + "order") < hash_of(b.id + "order");
    });
    if (variant.order == Order::by_day_untold) {
        for (auto& article : all) article.date.clear();
    }
    return all;
}

// A day of so many for each story, most of its reports within days of it.
std::function<Article(Article)> dated(std::uint64_t days) {
    return [days](Article one) {
        const auto chance = hash_of(one.id + "day");
        const auto late = chance % 25 == 0 ? chance / 25 % 60 : chance / 25 % 3 * (chance / 75 % 3);
        const auto day =
            base::day_of_number(16000 + static_cast<std::int64_t>(hash_of(one.story + "day") % days + late));
        one.date = base::written_day(day);
        return one;
    };
}

std::vector<Variant> variants() {
    const auto all = [](const Article&) { return true; };
    const auto share = [](std::uint64_t of, std::uint64_t which) {
        return [of, which](const Article& one) { return hash_of(topic_of(one.story) + "share") % of == which; };
    };
    const auto fewer = [](std::uint64_t of) {
        return [of](const Article& one) { return hash_of(one.id + "fewer") % of == 0; };
    };
    const auto same = [](Article one) { return one; };
    return {
        {"", all, same},
        {"with days", [](const Article& one) { return one.date.empty() && !one.text.empty(); }, dated(730),
         Order::by_day},
        {"shuffled", [](const Article& one) { return one.text.empty() || !one.date.empty(); }, same, Order::by_chance},
        {"in bursts", [](const Article& one) { return !one.text.empty(); }, dated(30), Order::by_day_untold},
        {"sentences", [share](const Article& one) { return !one.text.empty() && share(2, 0)(one); }, same,
         Order::by_chance, Unit::sentence},
        {"sentences in bursts", [share](const Article& one) { return !one.text.empty() && share(2, 1)(one); },
         dated(30), Order::by_day_untold, Unit::sentence},
        {"half of the stories", share(2, 0), same},
        {"a third of the documents", fewer(3), same},
        {"a tenth of the documents", fewer(10), same},
        {"headlines", [](const Article& one) { return !one.title.empty() && !one.text.empty(); },
         [](Article one) {
             one.text.clear();
             return one;
         }},
        {"first 40 words", [](const Article& one) { return one.text.size() > 500; },
         [](Article one) {
             one.title.clear();
             one.date.clear();
             one.text = first_words(one.text, 40);
             return one;
         }},
        {"first 150 words", [](const Article& one) { return one.text.size() > 1500; },
         [](Article one) {
             one.title.clear();
             one.text = first_words(one.text, 150);
             return one;
         }}};
}

}  // namespace

std::vector<LabelledStream> read_streams(const std::string& folder, const std::string& models,
                                         const trace::WordWeights& english) {
    const auto lexicon = language::Lexicon::open(models + "/wordnet.bin");
    if (!lexicon) {
        std::cerr << lexicon.error().message << '\n';
        std::exit(4);
    }
    const language::Annotator annotator(*lexicon);
    language::Workspace workspace;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().string().ends_with(".docs.jsonl")) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<LabelledStream> streams;
    for (const auto& path : paths) {
        const auto articles = read_articles(path);
        for (const auto& variant : variants()) {
            LabelledStream stream(english);
            const auto file = path.filename().string();
            stream.set = file.substr(0, file.find('.'));
            stream.name = stream.set + (variant.name.empty() ? "" : ", ") + std::string(variant.name);
            stream.scored = variant.name.empty();
            stream.whole = stream.scored || (variant.order == Order::by_chance && variant.unit == Unit::article);
            std::map<std::string, std::uint32_t> numbers;
            for (const auto& article : varied(articles, variant)) {
                const auto published = day_of(article.date);
                const language::Setting setting{language::Layers::words, {published}};
                const auto title = annotator.annotate_text(article.title, workspace, setting);
                const auto words =
                    annotator.annotate_text(article.text == article.title ? "" : article.text, workspace, setting);
                const auto profile = story::make_profile(&title, words, published);
                stream.profiles.push_back(profile);
                stream.documents.push_back({stream.space.count(profile), profile.words, profile.day});
                stream.stories.push_back(
                    numbers.try_emplace(article.story, static_cast<std::uint32_t>(numbers.size())).first->second);
                stream.folds.push_back(hash_of(topic_of(article.story)) % kFolds);
            }
            if (stream.documents.size() < 20) continue;
            stream.space.refresh();
            streams.push_back(std::move(stream));
        }
    }
    return streams;
}

}  // namespace axray::train
