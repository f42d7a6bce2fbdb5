#include "base/boosted_trees.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

#include "base/tree_batch.hpp"
#include "base/tree_contributions.hpp"

using namespace axray;
using base::BoostedTrees;
using base::TreeNode;

namespace {

constexpr std::string_view kKind = "test_trees";

class TemporaryModel {
public:
    TemporaryModel() : path_(std::filesystem::temp_directory_path() / ("axray_trees_" + std::to_string(::getpid()))) {}
    TemporaryModel(const TemporaryModel&) = delete;
    TemporaryModel& operator=(const TemporaryModel&) = delete;
    ~TemporaryModel() { std::filesystem::remove(path_); }

    [[nodiscard]] std::string path() const { return path_.string(); }
    void write(const std::string& payload) const {
        REQUIRE(base::write_model_file(path(), kKind, base::kBoostedTreesVersion, payload).has_value());
    }

private:
    std::filesystem::path path_;
};

// Two trees over two features: a split on feature 0 at 0.5, and a single leaf.
std::string two_trees() {
    const std::array<TreeNode, 4> nodes = {TreeNode{0, 0.5F, 1, 2}, TreeNode{TreeNode::kLeaf, -1.0F, 0, 0},
                                           TreeNode{TreeNode::kLeaf, 2.0F, 0, 0},
                                           TreeNode{TreeNode::kLeaf, 0.25F, 0, 0}};
    const std::array<std::uint32_t, 2> roots = {0, 3};
    return base::make_boosted_trees(2, -0.5F, roots, nodes);
}

double logistic(double margin) { return 1.0 / (1.0 + std::exp(-margin)); }

}  // namespace

TEST_CASE("a prediction is the logistic function of base and leaves") {
    const TemporaryModel model;
    model.write(two_trees());
    const auto trees = BoostedTrees::open(model.path(), kKind, 2);
    REQUIRE(trees.has_value());
    CHECK(trees->probability(std::array{0.4F, 9.0F}) == doctest::Approx(logistic(-0.5 - 1.0 + 0.25)));
    CHECK(trees->probability(std::array{0.5F, 9.0F}) == doctest::Approx(logistic(-0.5 + 2.0 + 0.25)));
}

TEST_CASE("a model for another number of features is refused with both numbers") {
    const TemporaryModel model;
    model.write(two_trees());
    const auto trees = BoostedTrees::open(model.path(), kKind, 3);
    REQUIRE_FALSE(trees.has_value());
    CHECK(trees.error().code == ErrorCode::model_mismatch);
    CHECK(trees.error().message.find("3 features, found 2") != std::string::npos);
}

TEST_CASE("trees that lead back to themselves or outside are refused") {
    const TemporaryModel model;
    const std::array<std::uint32_t, 1> roots = {0};
    for (const TreeNode broken : {TreeNode{0, 0.5F, 0, 1}, TreeNode{0, 0.5F, 1, 7}, TreeNode{5, 0.5F, 1, 1},
                                  TreeNode{0, std::nanf(""), 1, 1}}) {
        const std::array<TreeNode, 2> nodes = {broken, TreeNode{TreeNode::kLeaf, 1.0F, 0, 0}};
        model.write(base::make_boosted_trees(2, 0, roots, nodes));
        CHECK_FALSE(BoostedTrees::open(model.path(), kKind, 2).has_value());
    }
}

TEST_CASE("a model file that was cut off, changed or is of another kind is refused, naming its path") {
    const TemporaryModel model;
    model.write(two_trees());
    CHECK(base::ModelFile::open(model.path(), kKind, base::kBoostedTreesVersion)->verify().has_value());
    CHECK_FALSE(base::ModelFile::open(model.path(), "other", base::kBoostedTreesVersion).has_value());
    CHECK_FALSE(base::ModelFile::open(model.path(), kKind, base::kBoostedTreesVersion + 1).has_value());
    CHECK_FALSE(base::ModelFile::open(model.path() + ".absent", kKind, 1).has_value());

    std::FILE* file = std::fopen(model.path().c_str(), "r+b");
    REQUIRE(file != nullptr);
    std::fseek(file, -1, SEEK_END);
    std::fputc('x', file);
    std::fclose(file);
    const auto changed = base::ModelFile::open(model.path(), kKind, base::kBoostedTreesVersion)->verify();
    REQUIRE_FALSE(changed.has_value());
    CHECK(changed.error().to_string().find(model.path()) == 0);

    std::filesystem::resize_file(model.path(), 60);
    CHECK_FALSE(base::ModelFile::open(model.path(), kKind, base::kBoostedTreesVersion).has_value());
    std::filesystem::resize_file(model.path(), 10);
    CHECK_FALSE(base::ModelFile::open(model.path(), kKind, base::kBoostedTreesVersion).has_value());
}

TEST_CASE("many rows at once give the same probabilities as one after another") {
    // Trees of different depths over three features, with rows on both sides of every threshold.
    const std::array<TreeNode, 9> nodes = {
        TreeNode{0, 0.5F, 1, 2},
        TreeNode{TreeNode::kLeaf, -1.0F, 0, 0},
        TreeNode{1, 0.25F, 3, 4},
        TreeNode{TreeNode::kLeaf, 0.5F, 0, 0},
        TreeNode{2, 0.75F, 5, 6},
        TreeNode{TreeNode::kLeaf, 2.0F, 0, 0},
        TreeNode{TreeNode::kLeaf, -3.0F, 0, 0},
        TreeNode{TreeNode::kLeaf, 0.125F, 0, 0},
        TreeNode{TreeNode::kLeaf, -0.0625F, 0, 0},
    };
    const std::array<std::uint32_t, 3> roots = {0, 7, 8};
    const TemporaryModel model;
    model.write(base::make_boosted_trees(3, 0.3F, roots, nodes));
    const auto trees = BoostedTrees::open(model.path(), kKind, 3);
    REQUIRE(trees.has_value());
    const base::TreeBatch batch(*trees);
    for (std::size_t rows = 0; rows <= 9; ++rows) {
        std::vector<float> values;
        for (std::size_t i = 0; i < rows * 3; ++i) values.push_back(static_cast<float>((i * 7) % 10) / 10.0F);
        const std::vector<float> together = batch.probabilities(values, 3);
        REQUIRE(together.size() == rows);
        for (std::size_t row = 0; row < rows; ++row)
            CHECK(together[row] == trees->probability(std::span(values).subspan(row * 3, 3)));
    }
}

TEST_CASE("contributions of features and the mean of the data add up to the prediction") {
    // Three quarters of the data lie left of the first split, where feature 1 decides.
    const std::array<TreeNode, 7> nodes = {
        TreeNode{0, 0.5F, 1, 4},  TreeNode{1, 0.5F, 2, 3},   TreeNode::leaf(-1.0F, 50),  TreeNode::leaf(1.0F, 25),
        TreeNode::leaf(2.0F, 25), TreeNode::leaf(0.5F, 100), TreeNode::leaf(0.25F, 100),
    };
    const std::array<std::uint32_t, 3> roots = {0, 5, 6};
    const TemporaryModel model;
    model.write(base::make_boosted_trees(2, -0.5F, roots, nodes));
    const auto trees = BoostedTrees::open(model.path(), kKind, 2);
    REQUIRE(trees.has_value());
    const base::TreeContributions contributions(*trees);
    const auto low = contributions.of(std::array{0.0F, 0.0F});
    CHECK(low.expected == doctest::Approx(-0.5 + 0.25 + 0.5 + 0.25));
    CHECK(low.additions[0] == doctest::Approx(-1.0 / 3 - 0.25));
    CHECK(low.additions[1] == doctest::Approx(-1.0 + 1.0 / 3));
    const auto high = contributions.of(std::array{1.0F, 0.0F});
    CHECK(high.additions[1] == doctest::Approx(0));
    CHECK(logistic(high.expected + high.additions[0]) ==
          doctest::Approx(double{trees->probability(std::array{1.0F, 0.0F})}));
}

TEST_CASE("leaves that do not say how much data came to them count alike") {
    const TemporaryModel model;
    model.write(two_trees());
    const auto trees = BoostedTrees::open(model.path(), kKind, 2);
    REQUIRE(trees.has_value());
    const auto low = base::TreeContributions(*trees).of(std::array{0.0F, 0.0F});
    CHECK(low.expected == doctest::Approx(-0.5 + 0.5 + 0.25));
    CHECK(low.additions[0] == doctest::Approx(-1.5));
}
