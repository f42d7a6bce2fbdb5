// A web server for the length of a test (tests/web_server/page_server.py as a child process on a free port).
//
// For tests alone. Source: own.
#pragma once

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace axray::verify {

class TestServer {
public:
    TestServer() {
        std::string name = (std::filesystem::temp_directory_path() / "axray-endpoint-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) return;
        folder_ = name;
        std::string script = std::string(AXRAY_SOURCE_DIR) + "/tests/web_server/page_server.py";
        std::string python = "python3";
        std::string no_bytecode = "-B";
        char* arguments[] = {python.data(), no_bytecode.data(), script.data(), folder_.data(), nullptr};
        if (::posix_spawnp(&child_, python.c_str(), nullptr, nullptr, arguments, environ) != 0) child_ = -1;
        for (int i = 0; i < 400 && port_.empty(); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(25));
            port_ = text_of("port");
        }
    }
    TestServer(const TestServer&) = delete;
    TestServer& operator=(const TestServer&) = delete;
    ~TestServer() {
        if (child_ > 0) {
            ::kill(child_, SIGTERM);
            ::waitpid(child_, nullptr, 0);
        }
        std::error_code error;
        if (!folder_.empty()) std::filesystem::remove_all(folder_, error);
    }

    [[nodiscard]] bool runs() const { return !port_.empty(); }
    [[nodiscard]] std::string address(const std::string& path) const { return "http://127.0.0.1:" + port_ + path; }
    [[nodiscard]] const std::string& folder() const { return folder_; }

    // A file that the server wrote; empty when there is none.
    [[nodiscard]] std::string text_of(const std::string& name) const {
        std::ifstream file(folder_ + "/" + name);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    // Requests for a path so far.
    [[nodiscard]] std::size_t posts_to(const std::string& path) const {
        const std::string posts = text_of("posts");
        const std::string sought = "\"path\": \"" + path + "\"";
        std::size_t count = 0;
        for (std::size_t at = posts.find(sought); at != std::string::npos; at = posts.find(sought, at + 1)) ++count;
        return count;
    }

private:
    std::string folder_;
    std::string port_;
    pid_t child_ = -1;
};

}  // namespace axray::verify
