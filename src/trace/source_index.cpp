#include "trace/source_index.hpp"

#include <bit>

namespace axray::trace {
namespace {

using Entries = std::vector<KeyPostings::Entry>;

struct IndexEntries {
    Entries stems;
    Entries names;
    Entries values;
};

void collect_stems(const language::Tokens& tokens, std::uint32_t first_token, Entries& entries) {
    for (std::uint32_t token = 0; token < tokens.size(); ++token) {
        if (tokens.is_content(token)) entries.push_back({tokens.stem[token], first_token + token});
    }
}

void collect_layers(const language::AnnotatedText& text, std::uint32_t first_token, IndexEntries& entries) {
    for (const auto& mention : text.mentions) {
        const std::uint32_t position = first_token + mention.tokens.begin;
        entries.names.push_back({mention.key, position});
        entries.names.push_back({mention.acronym, position});
        if (mention.alias != mention.key && mention.alias != mention.acronym) {
            entries.names.push_back({mention.alias, position});
        }
        entries.names.push_back({mention.entity, position});
    }
    for (const auto& quantity : text.quantities) {
        entries.values.push_back({value_key(quantity), first_token + quantity.tokens.begin});
    }
    for (const auto& date : text.dates) {
        entries.values.push_back({date_key(date), first_token + date.tokens.begin});
        if (const auto key = reckoned_key({date, text}); key != 0)
            entries.values.push_back({key, first_token + date.tokens.begin});
    }
}

constexpr std::uint64_t kValueSalt = 0x9E3779B97F4A7C15ULL;
constexpr std::uint64_t kDateSalt = 0xC2B2AE3D27D4EB4FULL;

std::uint64_t mix(std::uint64_t value) {
    value ^= value >> 33U;
    value *= 0xFF51AFD7ED558CCDULL;
    value ^= value >> 33U;
    return value == 0 ? 1 : value;
}

}  // namespace

std::uint64_t value_key(const language::Quantity& quantity) {
    if (quantity.kind == language::QuantityKind::vague) return 0;
    return mix(std::bit_cast<std::uint64_t>(quantity.low) + kValueSalt) ^
           mix(std::bit_cast<std::uint64_t>(quantity.high) + kDateSalt);
}

std::uint64_t date_key(const language::Date& date) {
    if (date.month == 0 && date.year == 0) return 0;
    const std::uint64_t packed = (static_cast<std::uint64_t>(static_cast<std::uint16_t>(date.year)) << 16U) |
                                 (static_cast<std::uint64_t>(static_cast<std::uint8_t>(date.month)) << 8U) |
                                 static_cast<std::uint64_t>(static_cast<std::uint8_t>(date.day));
    return mix(packed + kDateSalt);
}

std::uint64_t reckoned_key(const language::DateInText& one) {
    const language::Date& date = one.date;
    if (!language::is_reckoned(one) || date.moment.unit > language::TimeUnit::day) return 0;
    language::Date meant;
    meant.year = static_cast<std::int16_t>(date.moment.year);
    meant.month = date.moment.month;
    meant.day = date.moment.day;
    return date_key(meant);
}

SourceIndex SourceIndex::build(std::vector<const language::AnnotatedText*> sources) {
    SourceIndex index;
    index.texts_ = std::move(sources);
    std::size_t token_count = 0;
    for (const auto* text : index.texts_) token_count += text->tokens.size();
    index.sentence_of_token_.reserve(token_count);
    IndexEntries entries;
    entries.stems.reserve(token_count);
    for (std::uint32_t source = 0; source < index.texts_.size(); ++source) {
        const language::AnnotatedText& text = *index.texts_[source];
        const auto first_token = static_cast<std::uint32_t>(index.sentence_of_token_.size());
        index.add_source(text, source);
        collect_stems(text.tokens, first_token, entries.stems);
        collect_layers(text, first_token, entries);
    }
    index.stems_ = KeyPostings::build(entries.stems);
    index.names_ = KeyPostings::build(entries.names);
    index.values_ = KeyPostings::build(entries.values);
    return index;
}

void SourceIndex::add_source(const language::AnnotatedText& text, std::uint32_t source) {
    const auto first_token = static_cast<std::uint32_t>(sentence_of_token_.size());
    first_token_.push_back(first_token);
    std::uint32_t number = 0;
    for (const auto& sentence : text.sentences) {
        const auto id = static_cast<std::uint32_t>(sentences_.size());
        constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15ULL;
        std::uint64_t words = 0;
        for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            words = (words ^ text.tokens.form[token]) * kFactor;
        }
        sentences_.push_back(
            {source, number++, first_token + sentence.tokens.begin, first_token + sentence.tokens.end, words});
        sentence_of_token_.resize(first_token + sentence.tokens.end, id);
    }
    sentence_of_token_.resize(first_token + text.tokens.size(),
                              sentences_.empty() ? 0 : static_cast<std::uint32_t>(sentences_.size() - 1));
}

std::uint32_t SourceIndex::sentence_frequency(std::uint64_t stem) const {
    std::uint32_t count = 0;
    std::uint32_t last = language::kNone;
    for (const std::uint32_t position : stems_.find(stem)) {
        const std::uint32_t sentence = sentence_of_token_[position];
        if (sentence != last) ++count;
        last = sentence;
    }
    return count;
}

}  // namespace axray::trace
