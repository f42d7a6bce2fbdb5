#include "language/syntax/lemmas.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

constexpr std::size_t kLongestEnd = 6;  // bytes

// Lower case and straight apostrophes; digits stay.
std::string plain_form(std::string_view written) {
    std::string form;
    for (std::size_t at = 0; at < written.size(); ++at) {
        const std::string_view three = written.substr(at, 3);
        if (three == "\xE2\x80\x99" || three == "\xE2\x80\x98") {
            form += '\'';
            at += 2;
        } else {
            form +=
                written[at] >= 'A' && written[at] <= 'Z' ? static_cast<char>(written[at] + ('a' - 'A')) : written[at];
        }
    }
    return form;
}

}  // namespace

Result<Lemmas> Lemmas::open(const std::string& path) {
    auto file = TensorFile::open(path, "lemmas", 1);
    if (!file) return fail(std::move(file).error());
    Lemmas made(*std::move(file));
    auto keys = made.file_.keys("keys");
    auto numbers = made.file_.floats("rules");
    auto text = made.file_.text("texts");
    if (!keys) return fail(std::move(keys).error());
    if (!numbers) return fail(std::move(numbers).error());
    if (!text) return fail(std::move(text).error());
    made.keys_ = *keys;
    made.numbers_ = *numbers;
    for (std::string_view rest = *text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        Rule rule;
        const auto read = std::from_chars(line.data(), line.data() + line.size(), rule.take_off);
        rule.put = std::string(read.ptr, line.data() + line.size());
        if (!rule.put.empty()) rule.put.erase(0, 1);
        made.rules_.push_back(std::move(rule));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const bool sound = std::all_of(numbers->begin(), numbers->end(), [&](float number) {
        return number >= 0 && number < static_cast<float>(made.rules_.size());
    });
    if (!sound || keys->size() != numbers->size()) {
        return fail(ErrorCode::model_mismatch, path + ": its keys and rules do not belong together");
    }
    return made;
}

const Lemmas::Rule* Lemmas::find(char kind, std::string_view text, std::string_view fine_tag) const {
    std::string named(1, kind);
    named.append(fine_tag).append(1, ' ').append(text);
    const std::uint64_t key = hash_word(named);
    const auto found = std::lower_bound(keys_.begin(), keys_.end(), key);
    if (found == keys_.end() || *found != key) return nullptr;
    return &rules_[static_cast<std::size_t>(numbers_[static_cast<std::size_t>(found - keys_.begin())])];
}

std::string Lemmas::lemma(std::string_view written, std::string_view fine_tag) const {
    std::string form = plain_form(written);
    const Rule* rule = find('w', form, fine_tag);
    for (std::size_t size = std::min(kLongestEnd, form.size()) + 1; rule == nullptr && size-- > 0;) {
        rule = find('e', std::string_view(form).substr(form.size() - size), fine_tag);
        if (rule != nullptr && rule->take_off > form.size()) rule = nullptr;
    }
    if (rule == nullptr || rule->take_off > form.size()) return form;
    if (rule->take_off == form.size() && rule->put.empty()) return form;  // "s" as if it ended a word
    form.resize(form.size() - rule->take_off);
    return form + rule->put;
}

}  // namespace axray::language
