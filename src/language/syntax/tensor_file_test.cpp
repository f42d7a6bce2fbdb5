#include "language/syntax/tensor_file.hpp"

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>

#include <doctest/doctest.h>

namespace axray::language {
namespace {

std::string number(auto value) { return {reinterpret_cast<const char*>(&value), sizeof(value)}; }

std::string entry(std::string name, TensorType type, std::uint32_t rows, std::uint32_t columns, std::uint64_t offset) {
    name.resize(24);
    return name + number(type) + number(rows) + number(columns) + number(std::uint32_t{0}) + number(offset);
}

// A file with one tensor, which goes away with the test.
class Written {
public:
    explicit Written(const std::string& payload) { REQUIRE(base::write_model_file(path_, "test", 1, payload)); }
    ~Written() { std::remove(path_.c_str()); }
    [[nodiscard]] auto open() const { return TensorFile::open(path_, "test", 1); }

private:
    std::string path_ = "tensor_file_test.bin";
};

std::string one_tensor(std::uint32_t rows, std::uint64_t offset) {
    return number(std::uint32_t{1}) + number(std::uint32_t{0}) + entry("numbers", TensorType::floats, rows, 2, offset) +
           std::string(8, '\0') + number(1.5F) + number(2.5F);
}

TEST_CASE("a tensor is read where it lies") {
    const Written written(one_tensor(1, 64));
    const auto file = written.open();
    REQUIRE(file);
    CHECK(file->shape("numbers") == TensorShape{1, 2});
    const auto values = file->floats("numbers");
    REQUIRE(values);
    CHECK((*values)[0] == 1.5F);
    CHECK((*values)[1] == 2.5F);
    CHECK(file->shape("other").rows == 0);
}

TEST_CASE("what is not there or of another type is an error that names file and tensor") {
    const Written written(one_tensor(1, 64));
    const auto file = written.open();
    REQUIRE(file);
    for (const auto& error : {file->floats("other").error(), file->bytes("numbers").error()}) {
        CHECK(error.code == ErrorCode::model_mismatch);
        CHECK(error.to_string().find("tensor_file_test.bin") != std::string::npos);
    }
}

TEST_CASE("a tensor that would reach beyond the file is an error") {
    for (const std::string& payload :
         {one_tensor(2, 64), one_tensor(0xFFFFFFFF, 64), one_tensor(1, 1ULL << 60), one_tensor(1, 63)}) {
        const Written written(payload);
        const auto file = written.open();
        REQUIRE(file);
        CHECK_FALSE(file->floats("numbers"));
    }
}

TEST_CASE("a list of tensors that is cut short is an error") {
    for (const std::string& payload : {std::string(), number(std::uint32_t{1}), one_tensor(1, 64).substr(0, 40),
                                       number(std::uint64_t{0xFFFFFFFF})}) {
        const Written written(payload);
        CHECK_FALSE(written.open());
    }
}

}  // namespace
}  // namespace axray::language
