#include "read/metadata/page_metadata.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "read/characters/ascii.hpp"
#include "read/metadata/addresses.hpp"
#include "read/metadata/author_candidates.hpp"
#include "read/metadata/confidence.hpp"
#include "read/metadata/date_candidates.hpp"
#include "read/metadata/ranking.hpp"
#include "read/metadata/title_candidates.hpp"
#include "read/metadata/value_place.hpp"

namespace axray::read {
namespace {

struct Choice {
    std::size_t index = 0;
    double probability = 0;
};

template <class Candidate>
std::optional<Choice> choose(RankedField field, const std::vector<Candidate>& candidates) {
    std::vector<const FeatureSet*> features;
    features.reserve(candidates.size());
    for (const Candidate& candidate : candidates) features.push_back(&candidate.features);
    if (field != RankedField::title) features.push_back(&kNoCandidate);
    const std::vector<double> probabilities = rank(features, learned_weights(field));
    const auto end = probabilities.begin() + static_cast<std::ptrdiff_t>(candidates.size());
    const auto best = std::max_element(probabilities.begin(), end);
    if (best == end || *best < least_probability(field)) return std::nullopt;
    return Choice{static_cast<std::size_t>(best - probabilities.begin()), *best};
}

Agreement agreement_of(std::uint32_t places) {
    return (places & (places - 1)) != 0 ? Agreement::agreed : Agreement::alone;
}

class MetadataChooser {
public:
    MetadataChooser(const HtmlTree& tree, const Statements& statements, const PageFacts& facts)
        : tree_(tree), statements_(statements), facts_(facts) {}

    PageMetadata choose_all() {
        choose_title();
        choose_authors();
        choose_dates();
        Metadata& values = page_.values;
        values.publisher =
            first_of(Field::site_name, {Place::json_article, Place::open_graph, Place::json_page, Place::dublin_core,
                                        Place::citation, Place::meta, Place::json_other});
        values.section =
            first_of(Field::section, {Place::json_article, Place::open_graph, Place::citation, Place::meta});
        values.address = first_of(Field::address, {Place::link_relation, Place::open_graph, Place::json_article,
                                                   Place::json_page, Place::twitter});
        if (!values.address.empty())
            values.address.value = resolve_address(values.address.value, facts_.address);
        else if (!facts_.address.empty())
            values.address = {facts_.address, "fetched", 0, {}};
        values.language =
            first_of(Field::language, {Place::html_element, Place::meta, Place::open_graph, Place::dublin_core,
                                       Place::microdata, Place::json_article, Place::json_page});
        values.language.value = declared_language();
        if (values.language.value.empty()) values.language = {};
        return std::move(page_);
    }

private:
    void choose_title() {
        std::vector<TitleCandidate> candidates = title_candidates(tree_, statements_, facts_);
        const auto choice = choose(RankedField::title, candidates);
        if (!choice) return;
        TitleCandidate& best = candidates[choice->index];
        const Span place = place_of_value(tree_.page, best.source, best.value);
        page_.values.title = {std::move(best.value), std::move(best.found_in),
                              measured_confidence(RankedField::title, best.place, agreement_of(best.places)), place};
        page_.title_node = best.node;
    }

    void choose_authors() {
        std::vector<AuthorCandidate> candidates = author_candidates(tree_, statements_, facts_);
        const auto choice = choose(RankedField::author, candidates);
        if (!choice) return;
        AuthorCandidate& best = candidates[choice->index];
        const double confidence = measured_confidence(RankedField::author, best.place, agreement_of(best.places));
        for (NamedAuthor& author : best.authors) {
            const Span place = place_of_value(tree_.page, author.source, author.name);
            page_.values.authors.push_back({std::move(author.name), best.found_in, confidence, place});
        }
    }

    void choose_dates() {
        const std::vector<DateCandidate> candidates = date_candidates(tree_, statements_, facts_);
        const auto choice = choose(RankedField::published, candidates);
        if (!choice) return;
        const DateCandidate& best = candidates[choice->index];
        if (best.date.ambiguous && agreement_of(best.places) == Agreement::alone) return;
        page_.values.published = {best.date.iso(), best.found_in,
                                  measured_confidence(RankedField::published, best.place, agreement_of(best.places)),
                                  best.source};
        choose_change(best);
    }

    // The last change that the page declares, when it is not before the publication.
    void choose_change(const DateCandidate& published) {
        for (const Statement& statement : statements_.all) {
            if (statement.field != Field::modified) continue;
            const auto date = read_date_value(statement.value, facts_.date_hints);
            if (!date || date->day < published.date.day) continue;
            if (facts_.last && is_after(*date, *facts_.last)) continue;
            if (!page_.values.modified.empty() && date->iso() <= page_.values.modified.value) continue;
            page_.values.modified = {date->iso(), found_in(statement), 0, statement.source};
        }
    }

    static std::string found_in(const Statement& statement) {
        const std::string place(to_string(statement.place));
        return place == statement.name ? place : place + " " + statement.name;
    }

    MetadataValue first_of(Field field, std::initializer_list<Place> places) const {
        for (const Place place : places) {
            for (const Statement& statement : statements_.all) {
                if (statement.field == field && statement.place == place)
                    return {statement.value, found_in(statement), 0, statement.source};
            }
        }
        return {};
    }

    std::string declared_language() const { return facts_.declared_language; }

    const HtmlTree& tree_;
    const Statements& statements_;
    const PageFacts& facts_;
    PageMetadata page_;
};

}  // namespace

PageMetadata read_page_metadata(const HtmlTree& tree, const PageAddress& given) {
    const Statements statements = collect_statements(tree);
    const PageFacts facts = facts_of_page(statements, given);
    return MetadataChooser(tree, statements, facts).choose_all();
}

}  // namespace axray::read
