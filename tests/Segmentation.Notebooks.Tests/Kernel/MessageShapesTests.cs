using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Tests.Kernel;

/// <summary>The check of shapes fails where it has to.</summary>
public sealed class MessageShapesTests
{
    [Fact]
    public async Task Broken_messages_are_found_and_sound_ones_are_not()
    {
        var broken = new (string Type, string Content)[]
        {
            ("nobody_knows", "{}"),
            ("status", """{"execution_state":"asleep"}"""),
            ("stream", """{"name":"stdout"}"""),
            ("display_data", """{"data":{"text/html":"<b>"},"metadata":{}}"""),
            ("display_data", """{"data":{"text/plain":"","application/vnd.plotly.v1+json":"{}"},"metadata":{}}"""),
            ("update_display_data", """{"data":{"text/plain":""},"metadata":{}}"""),
            ("execute_reply", """{"status":"aborted"}"""),
            ("execute_reply", """{"status":"error","ename":"X","evalue":"","traceback":[],"execution_count":null}"""),
            ("is_complete_reply", """{"status":"incomplete"}"""),
            ("history_reply", """{"status":"ok","history":[[0,1]]}"""),
            ("error", """{"ename":"","evalue":"","traceback":[]}"""),
        };
        var found = await MessageShapes.WrongAsync(broken.Select(b => Message(b.Type, b.Content)).Append(Message("status", """{"execution_state":"idle"}""")));
        Assert.Equal(broken.Select(b => b.Type), found.Select(f => f[..f.IndexOf(':', StringComparison.Ordinal)]));
        Assert.NotEmpty(await MessageShapes.WrongAsync([new JsonObject { ["header"] = new JsonObject { ["msg_type"] = "status" }, ["content"] = new JsonObject { ["execution_state"] = "idle" } }]));
    }

    private static JsonObject Message(string type, string content) => new()
    {
        ["header"] = new JsonObject { ["msg_id"] = "1", ["session"] = "s", ["username"] = "u", ["date"] = "2026-01-01T00:00:00Z", ["msg_type"] = type, ["version"] = "5.3" },
        ["parent_header"] = new JsonObject(),
        ["metadata"] = new JsonObject(),
        ["content"] = JsonNode.Parse(content),
    };
}
