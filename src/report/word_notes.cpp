#include "report/word_notes.hpp"

#include <algorithm>

#include "report/marks.hpp"

namespace axray::report {
namespace {

void order(std::vector<WordNote>& notes) {
    std::stable_sort(notes.begin(), notes.end(),
                     [](const WordNote& left, const WordNote& right) { return left.span.begin < right.span.begin; });
}

// Takes counterparts out that lie in words marked as differing: those are shown as one run.
void drop_marked_counterparts(std::vector<WordNote>& notes) {
    std::vector<Span> differing;
    for (const auto& note : notes) {
        if (note.kind == NoteKind::differs) differing.push_back(note.span);
    }
    const auto is_marked = [&](const WordNote& note) {
        return note.kind == NoteKind::same &&
               std::any_of(differing.begin(), differing.end(), [&](Span span) { return span.overlaps(note.span); });
    };
    notes.erase(std::remove_if(notes.begin(), notes.end(), is_marked), notes.end());
}

// A source's word list can be long; claims without evidence there are passed over.
bool uses(const CheckedClaim& checked, std::uint32_t source) {
    const auto in_source = [source](const SourceSpan& place) { return place.source == source; };
    return std::any_of(checked.evidence.begin(), checked.evidence.end(),
                       [&](const Evidence& evidence) { return in_source(evidence.place); }) ||
           std::any_of(checked.flags.begin(), checked.flags.end(),
                       [&](const Flag& flag) { return flag.source && in_source(*flag.source); });
}

// The passages of each source in order, one for each sentence.
std::vector<std::vector<Passage>> passages_of(const CheckReport& report) {
    std::vector<std::vector<Passage>> passages(report.sources.size());
    for (const auto& checked : report.claims) {
        for (const auto& evidence : checked.evidence) {
            passages[evidence.place.source].push_back(
                {evidence.place.span, evidence.sentence, {checked.claim.id + 1}, false});
        }
    }
    for (const auto& omission : report.omissions) {
        passages[omission.place.source].push_back({omission.place.span, omission.sentence, {}, true});
    }
    for (auto& list : passages) {
        std::stable_sort(list.begin(), list.end(),
                         [](const Passage& left, const Passage& right) { return left.span < right.span; });
        std::vector<Passage> merged;
        for (auto& passage : list) {
            if (merged.empty() || merged.back().span != passage.span) {
                merged.push_back(std::move(passage));
            } else {
                auto& claims = merged.back().claims;
                claims.insert(claims.end(), passage.claims.begin(), passage.claims.end());
                merged.back().left_out = merged.back().left_out || passage.left_out;
            }
        }
        list = std::move(merged);
    }
    return passages;
}

}  // namespace

std::vector<WordNote> article_notes(const CheckedClaim& checked, const Document& article) {
    const auto claim = checked.claim.id + 1;
    std::vector<WordNote> notes = {{checked.claim.span, claim, NoteKind::own, kNoWord}};
    for (const auto span : checked.claim.context) notes.push_back({span, claim, NoteKind::context, kNoWord});
    for (std::uint32_t i = 0; i < checked.alignment.size(); ++i) {
        const auto& word = checked.alignment[i];
        if (word.source && word.kind != AlignmentKind::differs) notes.push_back({word.claim, claim, NoteKind::same, i});
    }
    for (const auto& mark : claim_marks(checked, article)) {
        notes.push_back(
            {mark.span, claim, mark.kind == MarkKind::differs ? NoteKind::differs : NoteKind::missing, kNoWord});
    }
    drop_marked_counterparts(notes);
    order(notes);
    return notes;
}

std::vector<WordNote> source_notes(const CheckedClaim& checked, std::uint32_t source) {
    const auto claim = checked.claim.id + 1;
    std::vector<WordNote> notes;
    for (std::uint32_t i = 0; i < checked.alignment.size(); ++i) {
        const auto& word = checked.alignment[i];
        if (!word.source || word.source->source != source || word.kind == AlignmentKind::differs) continue;
        notes.push_back({word.source->span, claim, NoteKind::same, i});
    }
    for (const auto span : source_marks(checked, source)) notes.push_back({span, claim, NoteKind::differs, kNoWord});
    drop_marked_counterparts(notes);
    order(notes);
    return notes;
}

ReportNotes notes_of(const CheckReport& report) {
    ReportNotes all;
    all.sources.resize(report.sources.size());
    all.passages = passages_of(report);
    for (std::size_t source = 0; source < all.passages.size(); ++source) {
        for (std::uint32_t i = 0; i < all.passages[source].size(); ++i) {
            all.sources[source].push_back({all.passages[source][i].span, 0, NoteKind::own, i});
        }
    }
    for (const auto& checked : report.claims) {
        const auto notes = article_notes(checked, *report.article);
        all.article.insert(all.article.end(), notes.begin(), notes.end());
        for (std::uint32_t source = 0; source < report.sources.size(); ++source) {
            if (!uses(checked, source)) continue;
            const auto found = source_notes(checked, source);
            all.sources[source].insert(all.sources[source].end(), found.begin(), found.end());
        }
    }
    order(all.article);
    for (auto& notes : all.sources) order(notes);
    return all;
}

std::vector<Segment> divide(Span span, const std::vector<WordNote>& notes) {
    const auto first =
        std::lower_bound(notes.begin(), notes.end(), span.begin,
                         [](const WordNote& note, std::uint32_t begin) { return note.span.begin < begin; });
    const auto last = std::lower_bound(first, notes.end(), span.end,
                                       [](const WordNote& note, std::uint32_t end) { return note.span.begin < end; });
    std::vector<std::uint32_t> cuts = {span.begin, span.end};
    for (auto note = first; note != last; ++note) {
        cuts.push_back(note->span.begin);
        cuts.push_back(std::min(note->span.end, span.end));
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());

    std::vector<Segment> segments;
    std::vector<const WordNote*> active;
    auto next = first;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        const Span part{cuts[i], cuts[i + 1]};
        active.erase(std::remove_if(active.begin(), active.end(),
                                    [&](const WordNote* note) { return note->span.end <= part.begin; }),
                     active.end());
        for (; next != last && next->span.begin <= part.begin; ++next) {
            if (next->span.end > part.begin) active.push_back(&*next);
        }
        segments.push_back({part, active});
    }
    return segments;
}

const WordNote* owner_of(const Segment& segment) {
    const WordNote* owner = nullptr;
    for (const auto* note : segment.notes) {
        if (note->kind == NoteKind::own && (owner == nullptr || note->span.size() < owner->span.size())) owner = note;
    }
    return owner;
}

}  // namespace axray::report
