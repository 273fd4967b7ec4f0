using System.Text.Json;

namespace Segmentation.Notebooks.Kernel;

/// <summary>Reads the content of a request. A property that is null counts as missing.</summary>
/// <param name="request">The request.</param>
internal readonly struct RequestContent(KernelRequest request)
{
    /// <summary>Returns a text that must be there.</summary>
    /// <exception cref="MalformedRequestException">It is missing, or no text.</exception>
    public string Text(string name) => Find(name) is { } value
        ? value.ValueKind == JsonValueKind.String ? Decode(name, value) : throw Wrong(name, value, "a text")
        : throw new MalformedRequestException($"{request.Type} has no '{name}' in its content; expected a text.");

    /// <summary>Returns a text, or the default where it is missing.</summary>
    /// <exception cref="MalformedRequestException">It is no text.</exception>
    public string Text(string name, string missing) => Find(name) is null ? missing : Text(name);

    /// <summary>Returns a flag, or the default where it is missing.</summary>
    /// <exception cref="MalformedRequestException">It is neither true nor false.</exception>
    public bool Flag(string name, bool missing) => Find(name) is not { } value ? missing : value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(name, value, "true or false"),
    };

    /// <summary>Returns a whole number, or null where it is missing.</summary>
    /// <exception cref="MalformedRequestException">It is no whole number of 32 bits.</exception>
    public int? Number(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : throw Wrong(name, value, "a whole number");

    /// <summary>Returns the properties of an object, each a text; none where it is missing.</summary>
    /// <exception cref="MalformedRequestException">It is no object of texts.</exception>
    public IReadOnlyList<KeyValuePair<string, string>> Texts(string name)
    {
        if (Find(name) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Object) throw Wrong(name, value, "an object");
        var texts = new List<KeyValuePair<string, string>>();
        foreach (var property in value.EnumerateObject())
        {
            var found = property.Value;
            texts.Add(new(property.Name, found.ValueKind == JsonValueKind.String ? Decode(name, found) : throw Wrong($"{name}.{property.Name}", found, "a text")));
        }

        return texts;
    }

    private JsonElement? Find(string name) =>
        request.Content.ValueKind == JsonValueKind.Object && request.Content.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string Decode(string name, JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // JSON may spell half a character (a lone surrogate), which no text can hold.
            throw new MalformedRequestException($"{request.Type} has a '{name}' that is not valid Unicode: it holds half of a surrogate pair.");
        }
    }

    private MalformedRequestException Wrong(string name, JsonElement value, string expected) =>
        new($"{request.Type} has a '{name}' that is {Kind(value.ValueKind)}; expected {expected}.");

    private static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };
}
