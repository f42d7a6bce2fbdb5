// The floor that `axray check --jsonl` is compared with: BM25 and coverage of words, and nothing else.
//
//     axray_claims_floor [THREADS] <requests.jsonl >answers.jsonl
//
// Lines come in and go out through the same reader and writer as those of the program. Words are runs of letters and
// digits in lower case; sentences are ranked by BM25 (Robertson and Walker 1994, k1 = 1.2, b = 0.75), and the score is
// the share of the claim's words, weighed by their rarity in the sources, that stand in the three best sentences.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <unistd.h>

#include "base/ordered_lines.hpp"
#include "base/output.hpp"
#include "report/bulk_json.hpp"

namespace {

using namespace axray;

constexpr float kSaturation = 1.2F;
constexpr float kLengthShare = 0.75F;
constexpr std::size_t kEvidence = 3;
constexpr std::size_t kRanking = 20;

// Calls `take` with a hash of each word.
template <class Take>
void each_word(std::string_view text, Take take) {
    constexpr std::uint64_t kStart = 0xCBF29CE484222325ULL;
    constexpr std::uint64_t kFactor = 0x100000001B3ULL;
    std::uint64_t hash = kStart;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        const bool upper = byte >= 'A' && byte <= 'Z';
        if (upper || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80U) {
            hash = (hash ^ (upper ? byte + 0x20U : byte)) * kFactor;
        } else if (hash != kStart) {
            take(hash);
            hash = kStart;
        }
    }
    if (hash != kStart) take(hash);
}

struct Place {
    SentenceReference reference;
    std::vector<std::uint32_t> counts;  // of each word of the claim
    std::uint32_t length = 0;           // words
    float score = 0;
};

class Ranker {
public:
    explicit Ranker(const ClaimRequest& request) {
        each_word(request.claim,
                  [this](std::uint64_t word) { numbers_.emplace(word, static_cast<std::uint32_t>(numbers_.size())); });
        for (std::uint32_t source = 0; source < request.sources.size(); ++source) {
            const auto& sentences = request.sources[source].sentences;
            for (std::uint32_t sentence = 0; sentence < sentences.size(); ++sentence)
                add({source, sentence}, sentences[sentence]);
        }
    }

    ClaimAnswer answer() {
        weigh();
        rank();
        ClaimAnswer answer;
        std::vector<bool> found(numbers_.size());
        for (std::size_t rank = 0; rank < places_.size() && rank < kRanking; ++rank) {
            answer.ranking.push_back(places_[rank].reference);
            if (rank >= kEvidence || places_[rank].score <= 0) continue;
            answer.evidence.push_back(places_[rank].reference);
            for (std::size_t word = 0; word < found.size(); ++word)
                if (places_[rank].counts[word] > 0) found[word] = true;
        }
        float covered = 0;
        for (std::size_t word = 0; word < found.size(); ++word)
            if (found[word]) covered += rarity_[word];
        const float total = std::accumulate(rarity_.begin(), rarity_.end(), 0.0F);
        answer.probability = total > 0 ? covered / total : 0;
        answer.verdict = answer.probability >= 0.5 ? Verdict::supported : Verdict::not_found;
        return answer;
    }

private:
    void add(SentenceReference reference, std::string_view text) {
        Place place{reference, std::vector<std::uint32_t>(numbers_.size()), 0, 0};
        each_word(text, [this, &place](std::uint64_t word) {
            ++place.length;
            if (const auto found = numbers_.find(word); found != numbers_.end()) ++place.counts[found->second];
        });
        length_ += static_cast<float>(place.length);
        places_.push_back(std::move(place));
    }

    void weigh() {
        const auto count = static_cast<float>(places_.size());
        for (std::size_t word = 0; word < numbers_.size(); ++word) {
            const auto holds = [word](const Place& place) { return place.counts[word] > 0; };
            const auto holding = static_cast<float>(std::count_if(places_.begin(), places_.end(), holds));
            rarity_.push_back(std::log(1 + (count - holding + 0.5F) / (holding + 0.5F)));
        }
    }

    void rank() {
        const float usual = length_ / std::max(1.0F, static_cast<float>(places_.size()));
        for (Place& place : places_) {
            const float norm =
                kSaturation * (1 - kLengthShare + kLengthShare * static_cast<float>(place.length) / usual);
            for (std::size_t word = 0; word < rarity_.size(); ++word) {
                const auto count = static_cast<float>(place.counts[word]);
                if (count > 0) place.score += rarity_[word] * count * (kSaturation + 1) / (count + norm);
            }
        }
        std::stable_sort(places_.begin(), places_.end(),
                         [](const Place& left, const Place& right) { return left.score > right.score; });
    }

    std::unordered_map<std::uint64_t, std::uint32_t> numbers_;  // of the claim's words
    std::vector<float> rarity_;                                 // of each
    std::vector<Place> places_;
    float length_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
    base::OrderedLinesOptions options;
    if (count > 1) options.threads = static_cast<unsigned>(std::max(1, std::atoi(arguments[1])));
    auto output = base::Output::standard();
    const auto make_worker = []() -> base::LineWorker {
        auto parser = std::make_shared<report::ClaimRequestParser>();
        return [parser](const base::InputLine& line) -> base::LineAnswer {
            const auto request = parser->parse(line.text);
            if (!request.claim) {
                return {report::write_line_error(request.id_json, request.claim.error(), line.number), 1};
            }
            const auto answer = Ranker(*request.claim).answer();
            return {report::write_claim_answer(request.id_json, answer, report::AnswerDetail::full), 0};
        };
    };
    const auto sink = [&](std::string_view bytes) { return output.write(bytes); };
    const auto summary = base::process_lines(STDIN_FILENO, "standard input", make_worker, sink, options);
    if (!summary || !output.finish()) {
        std::fputs("axray_claims_floor: the lines could not be read or written\n", stderr);
        return 3;
    }
    return summary->outcomes[1] == 0 ? 0 : 3;
}
