#include "booster.hpp"

#include <cstdlib>
#include <iostream>
#include <map>

#include <nlohmann/json.hpp>
#include <xgboost/c_api.h>

#include "base/boosted_trees.hpp"

namespace axray::train {
namespace {

void require(int status) {
    if (status == 0) return;
    std::cerr << "XGBoost: " << XGBGetLastError() << '\n';
    std::exit(4);
}

class Matrix {
public:
    explicit Matrix(const Rows& rows) {
        require(XGDMatrixCreateFromMat(rows.values.data(), rows.size(), rows.columns, -1e30F, &handle_));
        require(XGDMatrixSetFloatInfo(handle_, "label", rows.labels.data(), rows.size()));
        require(XGDMatrixSetFloatInfo(handle_, "weight", rows.weights.data(), rows.size()));
    }
    Matrix(const Matrix&) = delete;
    Matrix& operator=(const Matrix&) = delete;
    ~Matrix() { XGDMatrixFree(handle_); }
    [[nodiscard]] DMatrixHandle handle() const { return handle_; }

private:
    DMatrixHandle handle_ = nullptr;
};

std::string monotone_text(const std::vector<int>& monotone) {
    std::string text = "(";
    for (std::size_t column = 0; column < monotone.size(); ++column) {
        text += (column == 0 ? "" : ",") + std::to_string(monotone[column]);
    }
    return text + ")";
}

using Json = nlohmann::json;

// Nodes in pre-order, so that children come behind their parents.
std::uint32_t append_node(const Json& node, std::vector<base::TreeNode>& nodes) {
    const auto number = static_cast<std::uint32_t>(nodes.size());
    nodes.emplace_back();
    if (node.contains("leaf")) {
        nodes[number] = base::TreeNode::leaf(node["leaf"].get<float>(), node.value("cover", 0.0F));
        return number;
    }
    const auto child = [&node](const char* name) -> const Json& {
        for (const Json& one : node["children"]) {
            if (one["nodeid"] == node[name]) return one;
        }
        return node["children"][0];
    };
    const auto feature = static_cast<std::uint32_t>(std::stoul(node["split"].get<std::string>().substr(1)));
    const float threshold = node["split_condition"].get<float>();
    const std::uint32_t left = append_node(child("yes"), nodes);
    const std::uint32_t right = append_node(child("no"), nodes);
    nodes[number] = {feature, threshold, left, right};
    return number;
}

std::vector<Json> dump(BoosterHandle handle) {
    bst_ulong count = 0;
    const char** texts = nullptr;
    require(XGBoosterDumpModelEx(handle, "", 1, "json", &count, &texts));
    std::vector<Json> trees;
    for (bst_ulong tree = 0; tree < count; ++tree) trees.push_back(Json::parse(texts[tree]));
    return trees;
}

void add_gains(const Json& node, std::vector<double>& gains) {
    if (node.contains("leaf")) return;
    gains[std::stoul(node["split"].get<std::string>().substr(1))] += node["gain"].get<double>();
    for (const Json& child : node["children"]) add_gains(child, gains);
}

}  // namespace

void Rows::add(std::span<const float> row, float label, float weight) {
    columns = static_cast<std::uint32_t>(row.size());
    values.insert(values.end(), row.begin(), row.end());
    labels.push_back(label);
    weights.push_back(weight);
}

Booster::Booster(const Rows& rows, const BoosterOptions& options) {
    const Matrix matrix(rows);
    DMatrixHandle handles[] = {matrix.handle()};
    require(XGBoosterCreate(handles, 1, &handle_));
    std::map<std::string, std::string> parameters = {{"objective", "binary:logistic"},
                                                     {"base_score", "0.5"},
                                                     {"tree_method", "hist"},
                                                     {"nthread", "2"},
                                                     {"max_depth", std::to_string(options.depth)},
                                                     {"num_parallel_tree", std::to_string(options.trees_a_round)},
                                                     {"eta", std::to_string(options.learning_rate)},
                                                     {"subsample", std::to_string(options.row_share)},
                                                     {"colsample_bytree", std::to_string(options.column_share)},
                                                     {"min_child_weight", std::to_string(options.least_child_weight)},
                                                     {"lambda", std::to_string(options.leaf_penalty)},
                                                     {"seed", std::to_string(options.seed)}};
    if (!options.monotone.empty()) parameters["monotone_constraints"] = monotone_text(options.monotone);
    for (const auto& [name, value] : parameters) require(XGBoosterSetParam(handle_, name.c_str(), value.c_str()));
    for (int round = 0; round < options.rounds; ++round)
        require(XGBoosterUpdateOneIter(handle_, round, matrix.handle()));
}

Booster::~Booster() { XGBoosterFree(handle_); }

std::vector<float> Booster::margins(const Rows& rows) const {
    const Matrix matrix(rows);
    bst_ulong count = 0;
    const float* values = nullptr;
    constexpr int kMargin = 1;
    require(XGBoosterPredict(handle_, matrix.handle(), kMargin, 0, 0, &count, &values));
    return {values, values + count};
}

std::string Booster::payload(std::uint32_t columns, float shift) const {
    std::vector<std::uint32_t> roots;
    std::vector<base::TreeNode> nodes;
    for (const Json& tree : dump(handle_)) roots.push_back(append_node(tree, nodes));
    return base::make_boosted_trees(columns, shift, roots, nodes);
}

std::vector<double> Booster::gains(std::uint32_t columns) const {
    std::vector<double> gains(columns, 0.0);
    for (const Json& tree : dump(handle_)) add_gains(tree, gains);
    return gains;
}

}  // namespace axray::train
