// One engine with the models of the build, and documents from plain strings (string -> Document). For tests only.
//
// The models are opened once for all tests of a program. A test says `using tests::engine;`, which hides the namespace
// of the same name.
#pragma once

#include <string>

#include <doctest/doctest.h>

#include <axray/engine.hpp>

namespace axray::tests {

inline const Engine& engine() {
    static const auto kEngine = Engine::open({AXRAY_TEST_MODELS});
    REQUIRE(kEngine);
    return *kEngine;
}

inline Document read(const std::string& text, const std::string& id = "text") {
    ReadOptions options;
    options.id = id;
    auto document = engine().read(text, options);
    REQUIRE(document);
    return *document;
}

}  // namespace axray::tests
