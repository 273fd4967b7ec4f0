using System.Reflection;
using System.Reflection.Emit;

namespace Segmentation.Tests.HouseRules;

/// <summary>
/// Reads which types the compiled code of a type names (base types, members, signatures, locals and every instruction), and
/// lists the references that point from a stage to a later one.
/// </summary>
internal static class StageOrder
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    /// <summary>Returns one line for each reference from a type to a type of a later stage.</summary>
    public static string[] BackReferences(IEnumerable<Type> types, IReadOnlyList<string> order)
    {
        var rank = order.Select((stage, i) => (stage, i)).ToDictionary(s => s.stage, s => s.i, StringComparer.Ordinal);
        return
        [
            .. from type in types
               let source = Stage(type)
               where source is not null
               from named in References(type).Distinct()
               let target = Stage(named)
               where target is not null && named.Assembly == type.Assembly && rank[target] > rank[source]
               select $"{type.FullName} ({source}) names {named.FullName} ({target})",
        ];
    }

    /// <summary>Returns the stages that the types live in.</summary>
    public static IEnumerable<string> Stages(IEnumerable<Type> types) => types.Select(Stage).OfType<string>().Distinct();

    private static string? Stage(Type type) => type.Namespace is { } name && name.StartsWith("Segmentation.", StringComparison.Ordinal)
        ? name.Split('.')[1]
        : null;

    private static IEnumerable<Type> References(Type type)
    {
        IEnumerable<Type?> named = [type.BaseType, .. type.GetInterfaces(), .. type.GetFields(All).Select(f => f.FieldType), .. type.GetProperties(All).Select(p => p.PropertyType)];
        foreach (var method in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)))
        {
            named = named.Concat(method.GetParameters().Select(p => p.ParameterType)).Append((method as MethodInfo)?.ReturnType);
            if (method.GetMethodBody() is { } body) named = named.Concat(body.LocalVariables.Select(l => l.LocalType)).Concat(Named(method, body));
        }

        return named.OfType<Type>().SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType) return Parts(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }

    private static List<Type?> Named(MethodBase method, MethodBody body)
    {
        var found = new List<Type?>();
        var il = body.GetILAsByteArray()!;
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var i = 0; i < il.Length;)
        {
            var code = il[i] == 0xFE ? OpCodesByValue[(short)((il[i] << 8) | il[i + 1])] : OpCodesByValue[il[i]];
            i += code.Size;
            switch (code.OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    var member = method.Module.ResolveMember(BitConverter.ToInt32(il, i), typeArguments, methodArguments);
                    found.Add(member as Type ?? member?.DeclaringType);
                    if (member is MethodInfo { IsGenericMethod: true } generic) found.AddRange(generic.GetGenericArguments());
                    if (member is MethodBase called) found.AddRange(called.GetParameters().Select(p => p.ParameterType));
                    i += 4;
                    break;
                case OperandType.InlineSwitch:
                    i += 4 + (4 * BitConverter.ToInt32(il, i));
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    i += 8;
                    break;
                case OperandType.InlineVar:
                    i += 2;
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    i += 1;
                    break;
                case OperandType.InlineNone:
                    break;
                default:
                    i += 4;
                    break;
            }
        }

        return found;
    }
}
