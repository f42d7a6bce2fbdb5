#include "story/origins/acknowledgements.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "story/origins/cited_documents.hpp"
#include "story/origins/cited_media.hpp"
#include "story/origins/credit_lines.hpp"

namespace axray::story {
namespace {

// Of the same origin in one place, the first; a credit of the whole report makes one of a sentence around it needless.
void drop_repeated(std::vector<ReadAcknowledgement>& read) {
    std::stable_sort(read.begin(), read.end(), [](const ReadAcknowledgement& left, const ReadAcknowledgement& right) {
        const bool left_cut = left.place.empty();
        const bool right_cut = right.place.empty();
        if (left_cut != right_cut) return right_cut;
        return left.place.begin < right.place.begin;
    });
    std::vector<ReadAcknowledgement> kept;
    for (auto& one : read) {
        const bool repeated = std::any_of(kept.begin(), kept.end(), [&](const ReadAcknowledgement& earlier) {
            if (earlier.origin != one.origin) return false;
            const bool whole =
                earlier.scope == AcknowledgementScope::whole_report && one.scope == AcknowledgementScope::whole_report;
            return whole || (!one.place.empty() && earlier.place.overlaps(one.place)) || earlier.name == one.name;
        });
        if (!repeated) kept.push_back(std::move(one));
    }
    read = std::move(kept);
}

}  // namespace

std::vector<ReadAcknowledgement> read_acknowledgements(const ReportText& report) {
    auto read = read_credit_lines(report);
    for (auto& one : find_cited_media(report)) read.push_back(std::move(one));
    for (auto& one : find_cited_documents(report)) read.push_back(std::move(one));
    drop_repeated(read);
    return read;
}

}  // namespace axray::story
